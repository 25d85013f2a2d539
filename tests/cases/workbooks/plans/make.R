# Makes openxlsx.xlsx, with the package openxlsx.
library(openxlsx)

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
book <- createWorkbook()
put <- function(sheet, cell, value, format = NULL) {
  column <- match(substr(cell, 1, 1), LETTERS)
  row <- as.integer(substring(cell, 2))
  writeData(book, sheet, value, startCol = column, startRow = row, colNames = FALSE)
  if (!is.null(format)) addStyle(book, sheet, createStyle(numFmt = format), row, column)
}
formula <- function(sheet, cell, text, format = NULL, array = FALSE) {
  column <- match(substr(cell, 1, 1), LETTERS)
  row <- as.integer(substring(cell, 2))
  writeFormula(book, sheet, text, startCol = column, startRow = row, array = array)
  if (!is.null(format)) addStyle(book, sheet, createStyle(numFmt = format), row, column)
}
headers <- function(sheet, row, ...) {
  writeData(book, sheet, as.data.frame(t(c(...))), startRow = row, colNames = FALSE)
}
serial <- function(text) as.numeric(as.Date(text)) + 25569

addWorksheet(book, "Goals")
put("Goals", "A1", "Plan of 2026")
mergeCells(book, "Goals", cols = 1:6, rows = 1)
headers("Goals", 3, "Team", "Goal", "Owner", "Start", "Due", "Current")
put("Goals", "A4", "North")
mergeCells(book, "Goals", cols = 1, rows = 4:5)
put("Goals", "B4", "Win three ports")
put("Goals", "C4", "Ann Berg")
put("Goals", "D4", as.Date("2026-01-01"), "d.m.yyyy")
put("Goals", "E4", serial("2026-12-31") + 0.739583333333333, "yyyy-mm-dd hh:mm")
put("Goals", "F4", 0.4, "0%")
put("Goals", "B5", "Caf\u00e9 \u201c\u00dcn\u00ef\u201d \U1F600 & <b>")
link <- "https://example.com/a?b=1&c=2"
names(link) <- "Ben Oduya"
class(link) <- "hyperlink"
put("Goals", "C5", link)
put("Goals", "D5", as.Date("2026-02-28"), "d-mmm-yy")
put("Goals", "E5", serial("2026-06-30"), "[$-409]mmmm d, yyyy;@")
put("Goals", "F5", 1234.5, "#,##0.00\\ \"\u20ac\"")
put("Goals", "A6", "South")
put("Goals", "B6", "two\nlines")
put("Goals", "C6", "007")
put("Goals", "D6", as.Date("2026-03-01"))
put("Goals", "E6", "TBD", "yyyy-mm-dd")
put("Goals", "F6", -3)
freezePane(book, "Goals", firstActiveRow = 4)

addWorksheet(book, "Milestones")
headers("Milestones", 1, "Lead", "Milestone", "Due", "Done", "Hours", "Result")
formula("Milestones", "A2", "Goals!C4")
put("Milestones", "B2", "Sign")
formula("Milestones", "C2", "DATE(2026,3,31)", "yyyy-mm-dd")
put("Milestones", "D2", TRUE)
put("Milestones", "E2", 1.5, "[h]:mm")
formula("Milestones", "F2", "0*1")
formula("Milestones", "A3", "1+1")
put("Milestones", "B3", "Build")
formula("Milestones", "C3", "C2+30", "yyyy-mm-dd")
put("Milestones", "D3", FALSE)
put("Milestones", "E3", 0.40625, "h:mm")
formula("Milestones", "F3", "\"a\"&\"b\"")
formula("Milestones", "A4", "SUM(E2:E2*2)", array = TRUE)
put("Milestones", "B4", "Open")
formula("Milestones", "C4", "C3+30", "yyyy-mm-dd")
formula("Milestones", "D4", "1=2")
formula("Milestones", "E4", "1/0")
formula("Milestones", "F4", "NA()")

addWorksheet(book, "Actions")
writeDataTable(book, "Actions", data.frame(
  Action = c("Call", "Write"), Owner = c("Ann Berg", "Ben Oduya"),
  Due = as.Date(c("2026-04-01", "2026-04-02")), Status = c("done", "open")
))
addStyle(book, "Actions", createStyle(numFmt = "yyyy-mm-dd"), 2:3, 3)
writeComment(book, "Actions", 2, 2, createComment("A note", author = "Ann Berg"))
conditionalFormatting(book, "Actions", cols = 3, rows = 2:3, rule = "<46114")
setColWidths(book, "Actions", 4, widths = 12, hidden = TRUE)
addWorksheet(book, "Lists", visible = FALSE)
put("Lists", "A1", "open")
put("Lists", "A2", "done")
dataValidation(book, "Actions", 4, rows = 2:1048576, type = "list", value = "Lists!$A$1:$A$2")
saveWorkbook(book, file.path(here, "openxlsx.xlsx"), overwrite = TRUE)
