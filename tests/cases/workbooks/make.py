"""Makes the workbooks of this folder, with openpyxl, XlsxWriter and LibreOffice (soffice)."""

import datetime
import pathlib
import subprocess
import tempfile

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
# Commas, quotation marks, UTF-8, from the first row on.
CSV = "Text - txt - csv (StarCalc):44,34,76,1"
DAY = datetime.date(2026, 3, 31)
MOMENT = datetime.datetime(2026, 3, 31, 23, 59, 59)


def made_by_openpyxl(path, date1904=False):
    book = openpyxl.Workbook()
    if date1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Actions"
    sheet.append(["Text", "Café “Ünï” 😀", " two\nlines "])
    sheet.append(["Rich"])
    sheet.append(["Day", DAY, MOMENT])
    sheet["B3"].number_format = "d.m.yyyy"
    sheet.append(["Number", 12.5, -3, 0, 1e21])
    sheet.append(["Percent", 0.4])
    sheet["B5"].number_format = "0%"
    sheet.append(["Boolean", True, False])
    sheet.append(["Error", "#N/A"])
    sheet.append(["Formula", "=1+1"])
    sheet.append(["Link", "Example"])
    sheet["B9"].hyperlink = "https://example.com/a?b=1&c=2"
    sheet.append(["Time", datetime.time(9, 30)])
    sheet.append(["Merged", "over three"])
    sheet.merge_cells("B11:D12")
    sheet["A13"] = "Hidden"
    sheet.row_dimensions[13].hidden = True
    sheet["A500"].font = Font(bold=True)
    book.create_sheet("Quiet")["C7"] = "here"
    book["Quiet"].sheet_state = "veryHidden"
    chart = book.create_chartsheet("Chart")
    chart.add_chart(BarChart())
    book.save(path)


def made_by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Actions")
    bold = book.add_format({"bold": True})
    sheet.write_row("A1", ["Text", "Café “Ünï” 😀", " two\nlines "])
    sheet.write("A2", "Rich")
    sheet.write_rich_string("B2", "one ", bold, "two", " three")
    sheet.write("A3", "Day")
    sheet.write_datetime("B3", DAY, book.add_format({"num_format": "d.m.yyyy"}))
    sheet.write_datetime("C3", MOMENT, book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    sheet.write_row("A4", ["Number", 12.5, -3, 0, 1e21])
    sheet.write("A5", "Percent")
    sheet.write("B5", 0.4, book.add_format({"num_format": "0%"}))
    sheet.write_row("A6", ["Boolean", True, False])
    sheet.write("A7", "Error")
    sheet.write_formula("B7", "=NA()", None, "#N/A")
    sheet.write("A8", "Formula")
    for column, (formula, result) in enumerate(
        [("=1+1", 2), ("=0*1", 0), ("=1=2", False), ('=""', ""), ('="a"&"b"', "ab")], start=1
    ):
        sheet.write_formula(7, column, formula, None, result)
    sheet.write("A9", "Link")
    sheet.write_url("B9", "https://example.com/a?b=1&c=2#part", string="Example")
    sheet.write("A10", "Time")
    sheet.write_datetime("B10", datetime.time(9, 30), book.add_format({"num_format": "h:mm"}))
    sheet.write("A11", "Merged")
    sheet.merge_range("B11:D12", "over three")
    sheet.write("A13", "Hidden")
    sheet.set_row(12, None, None, {"hidden": True})
    sheet.set_column("A:XFD", None, bold)
    sheet.data_validation("B1:B1048576", {"validate": "list", "source": ["x", "y"]})
    sheet.add_table("F1:G3", {"columns": [{"header": "One"}, {"header": "Two"}]})
    quiet = book.add_worksheet("Quiet")
    quiet.write("C7", "here")
    quiet.hide()
    book.add_chartsheet("Chart").set_chart(chart_of(book))
    book.close()


def chart_of(book):
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Actions!$B$4:$C$4"})
    return chart


def made_by_libreoffice(source, to, path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--infilter=" + CSV if source.suffix == ".csv" else "--nologo",
             "--convert-to", to, "--outdir", folder, str(source)],
            check=True,
        )
        ending = to.split(":")[0]
        path.write_bytes((pathlib.Path(folder) / f"{source.stem}.{ending}").read_bytes())


if __name__ == "__main__":
    made_by_openpyxl(HERE / "openpyxl.xlsx")
    made_by_openpyxl(HERE / "openpyxl-1904.xlsx", date1904=True)
    made_by_xlsxwriter(HERE / "xlsxwriter.xlsx")
    made_by_libreoffice(HERE / "plan.fods", "xlsx", HERE / "libreoffice.xlsx")
    made_by_libreoffice(HERE / "plan.csv", "xlsx", HERE / "libreoffice-csv.xlsx")
    made_by_libreoffice(HERE / "plan.fods", "ods", HERE / "libreoffice.ods")
    made_by_libreoffice(HERE / "plan.csv", "xls", HERE / "libreoffice.xls")
