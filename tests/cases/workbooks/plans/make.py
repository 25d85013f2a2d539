"""Makes the plans of this folder with XlsxWriter, and from that one with LibreOffice (soffice) and Gnumeric (ssconvert).

The other scripts of this folder write the same plan with other programs: the cells of one are those of all.
"""

import datetime
import pathlib
import subprocess
import tempfile

import xlsxwriter

HERE = pathlib.Path(__file__).parent
DAY = datetime.date


def made_by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    bold = book.add_format({"bold": True})
    shown = lambda code: book.add_format({"num_format": code})

    goals = book.add_worksheet("Goals")
    goals.merge_range("A1:F1", "Plan of 2026")
    goals.write_row("A3", ["Team", "Goal", "Owner", "Start", "Due", "Current"])
    goals.merge_range("A4:A5", "North")
    goals.write_rich_string("B4", "Win ", bold, "three", " ports")
    goals.write("C4", "Ann Berg")
    goals.write_datetime("D4", DAY(2026, 1, 1), shown("d.m.yyyy"))
    goals.write_datetime("E4", datetime.datetime(2026, 12, 31, 17, 45), shown("yyyy-mm-dd hh:mm"))
    goals.write("F4", 0.4, shown("0%"))
    goals.write("B5", "Café “Ünï” 😀 & <b>")
    goals.write_url("C5", "https://example.com/a?b=1&c=2", string="Ben Oduya")
    goals.write_datetime("D5", DAY(2026, 2, 28), shown("d-mmm-yy"))
    goals.write_datetime("E5", DAY(2026, 6, 30), shown("[$-409]mmmm d, yyyy;@"))
    goals.write("F5", 1234.5, shown('#,##0.00\\ "€"'))
    goals.write_row("A6", ["South", "two\nlines"])
    goals.write_string("C6", "007")
    goals.write_datetime("D6", DAY(2026, 3, 1), shown("mm-dd-yy"))
    goals.write("E6", "TBD", shown("yyyy-mm-dd"))
    goals.write("F6", -3)
    goals.freeze_panes(3, 0)

    milestones = book.add_worksheet("Milestones")
    milestones.write_row("A1", ["Lead", "Milestone", "Due", "Done", "Hours", "Result"])
    day = shown("yyyy-mm-dd")
    milestones.write_formula("A2", "=Goals!C4", None, "Ann Berg")
    milestones.write("B2", "Sign")
    milestones.write_formula("C2", "=DATE(2026,3,31)", day, 46112)
    milestones.write("D2", True)
    milestones.write("E2", 1.5, shown("[h]:mm"))
    milestones.write_formula("F2", "=0*1", None, 0)
    milestones.write_formula("A3", "=1+1", None, "")
    milestones.write("B3", "Build")
    milestones.write_formula("C3", "=C2+30", day, 46142)
    milestones.write("D3", False)
    milestones.write("E3", 0.40625, shown("h:mm"))
    milestones.write_formula("F3", '="a"&"b"', None, "ab")
    milestones.write_array_formula("A4:A4", "{=SUM(E2:E2*2)}", None, 3)
    milestones.write("B4", "Open")
    milestones.write_formula("C4", "=C3+30", day, 46172)
    milestones.write_formula("D4", "=1=2", None, False)
    milestones.write_formula("E4", "=1/0", None, "#DIV/0!")
    milestones.write_formula("F4", "=NA()", None, "#N/A")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Milestones!$E$2:$E$3"})
    milestones.insert_chart("H2", chart)

    actions = book.add_worksheet("Actions")
    actions.add_table("A1:D3", {"columns": [{"header": each} for each in ("Action", "Owner", "Due", "Status")]})
    for row, (action, owner, due, status) in enumerate(
        [("Call", "Ann Berg", DAY(2026, 4, 1), "done"), ("Write", "Ben Oduya", DAY(2026, 4, 2), "open")], start=1
    ):
        actions.write_row(row, 0, [action, owner])
        actions.write_datetime(row, 2, due, day)
        actions.write(row, 3, status)
    actions.write_comment("B2", "A note", {"author": "Ann Berg"})
    actions.data_validation("D2:D1048576", {"validate": "list", "source": "=Lists!$A$1:$A$2"})
    actions.conditional_format("C2:C3", {"type": "cell", "criteria": "<", "value": 46114, "format": bold})
    actions.set_row(2, None, None, {"hidden": True})
    actions.set_column("D:D", 12, None, {"hidden": True})
    actions.set_column("E:XFD", None, bold)
    lists = book.add_worksheet("Lists")
    lists.write_column("A1", ["open", "done"])
    lists.hide()
    book.close()


def made_by_libreoffice(source, path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "xlsx", "--outdir", folder, str(source)],
            check=True,
        )
        path.write_bytes((pathlib.Path(folder) / f"{source.stem}.xlsx").read_bytes())


if __name__ == "__main__":
    made_by_xlsxwriter(HERE / "xlsxwriter.xlsx")
    made_by_libreoffice(HERE / "xlsxwriter.xlsx", HERE / "libreoffice.xlsx")
    subprocess.run(["ssconvert", str(HERE / "xlsxwriter.xlsx"), str(HERE / "gnumeric.xlsx")], check=True)
