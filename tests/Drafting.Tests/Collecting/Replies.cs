using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Drafting.Sheets;

namespace YiyuanSafety.Drafting.Tests.Collecting;

/// <summary>Sheets to fill in, filled in as people do.</summary>
internal static class Replies
{
    public const string Body = "县应急局";
    public const int FirstRow = 4;

    public static readonly string[] Heads =
        ["编号", "行标识", "条目标题", "任务内容", "本单位职责", "完成时限", "上次填报情况", "完成状态", "进度%", "进展情况", "佐证材料\n（文件名称）", "填报人", "填报日期"];

    public static ReplySheet Sheet(int rows = 3, string body = Body) => new(
        "2021年全县安全生产工作要点", body, new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 25), "县安委会办公室",
        [.. Enumerable.Range(1, rows).Select(i => Row(i, body))]);

    public static ReplyRow Row(int i, string body = Body) => new(
        RowKey.Of(Id(i), body), FormattableString.Invariant($"14.{i}"), "落实企业主体责任", FormattableString.Invariant($"开展第{i}项专项检查。"), "牵头", "6月底前");

    public static Guid Id(int i) => new(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    public static byte[] Bytes(ReplySheet sheet)
    {
        using var stream = new MemoryStream();
        ReplyWorkbook.Write(sheet, stream);
        return stream.ToArray();
    }

    public static XSSFWorkbook Workbook(int rows = 3) => new(new MemoryStream(Bytes(Sheet(rows))));

    public static byte[] Bytes(IWorkbook workbook)
    {
        using var stream = new MemoryStream();
        if (workbook is XSSFWorkbook xlsx)
            xlsx.Write(stream, leaveOpen: true);
        else
            workbook.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Sets a cell by the name above its column, of the row with an index from 0.</summary>
    public static ICell Set(this IWorkbook workbook, int row, string head, object value) => Put(workbook.GetSheetAt(0), FirstRow + row, ColumnOf(head), value);

    public static int ColumnOf(string head) => Array.FindIndex(Heads, name => name.StartsWith(head, StringComparison.Ordinal));

    public static ICell Put(ISheet sheet, int row, int column, object value)
    {
        var line = sheet.GetRow(row) ?? sheet.CreateRow(row);
        var cell = line.GetCell(column) ?? line.CreateCell(column);
        switch (value)
        {
            case string text:
                cell.SetCellValue(cell is XSSFCell ? CellText.Safe(text) : text);
                break;
            case DateOnly day:
                cell.SetCellValue(day.ToDateTime(TimeOnly.MinValue));
                break;
            case bool truth:
                cell.SetCellValue(truth);
                break;
            default:
                cell.SetCellValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }

        return cell;
    }

    /// <summary>A table of texts as .xlsx or .xls, its first line the heads.</summary>
    public static IWorkbook Plain(bool isXls, params string[][] lines)
    {
        IWorkbook workbook = isXls ? new HSSFWorkbook() : new XSSFWorkbook();
        var sheet = workbook.CreateSheet("汇总");
        for (var row = 0; row < lines.Length; row++)
        {
            for (var column = 0; column < lines[row].Length; column++)
            {
                if (lines[row][column].Length > 0)
                    Put(sheet, row, column, lines[row][column]);
            }
        }

        return workbook;
    }

    public static ReplyFile Read(IWorkbook workbook, ReplyReadOptions? options = null) => ReplyReader.Read(Bytes(workbook), "回执.xlsx", options);

    public static string Part(byte[] xlsx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(xlsx));
        using var reader = new StreamReader((zip.GetEntry(name) ?? throw new InvalidDataException(name)).Open());
        return reader.ReadToEnd();
    }

    public static byte[] With(byte[] xlsx, string name, string content) => With(xlsx, name, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    public static byte[] With(byte[] xlsx, string name, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            zip.GetEntry(name)?.Delete();
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            write(entry);
        }

        return stream.ToArray();
    }

    public static byte[] Edited(byte[] xlsx, string name, string old, string @new)
    {
        var text = Part(xlsx, name);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(xlsx, name, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>A workbook after LibreOffice saved it in other formats, one after the other; skips the test without LibreOffice.</summary>
    public static byte[] Saved(byte[] xlsx, params string[] formats)
    {
        var folder = Directory.CreateTempSubdirectory("replies-roundtrip");
        try
        {
            var name = Path.Combine(folder.FullName, "reply.xlsx");
            File.WriteAllBytes(name, xlsx);
            foreach (var (format, i) in formats.Select((format, i) => (format, i)))
            {
                var to = Path.Combine(folder.FullName, FormattableString.Invariant($"to{i}"));
                using var office = Process.Start(new ProcessStartInfo(
                    "soffice", [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", format, "--outdir", to, name])
                {
                    RedirectStandardOutput = true,
                }) ?? throw new InvalidOperationException("soffice");
                office.StandardOutput.ReadToEnd();
                office.WaitForExit();
                name = Directory.GetFiles(to).Single();
            }

            return File.ReadAllBytes(name);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("没有找到 soffice。请安装 LibreOffice 后再运行。");
            return [];
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
