using System.Security;
using System.Text;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Templating.Package;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>Writes workbooks so that equal contents give equal bytes: a file that did not change must not look like a new version of itself.</summary>
internal static class WorkbookFile
{
    private const string CoreProperties = "docProps/core.xml";
    private const string Sheets = "xl/worksheets/sheet";
    private const int MostParts = 10_000;

    /// <summary>Writes a workbook as .xlsx.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="title">Title of the file, as its properties show it.</param>
    /// <param name="output">Where the file goes; left open.</param>
    /// <param name="repair">Is given the XML of each sheet and gives it back with what the library cannot write; null for nothing.</param>
    public static void Write(XSSFWorkbook workbook, string title, Stream output, Func<string, string>? repair = null)
    {
        // The library dates the file and its parts by the clock, and closes what it writes to.
        using var bytes = new MemoryStream();
        workbook.Write(bytes);
        var parts = ZipReading.Entries(bytes.ToArray(), MostParts)
            .ConvertAll(part => part.Name == CoreProperties ? ZipWriting.Pack(CoreProperties, Encoding.UTF8.GetBytes(Properties(title)))
                : repair is not null && part.Name.StartsWith(Sheets, StringComparison.Ordinal) ? ZipWriting.Pack(part.Name, Encoding.UTF8.GetBytes(repair(Encoding.UTF8.GetString(ZipReading.Unpack(part)))))
                : part);
        ZipWriting.Write(parts, output);
    }

    private static string Properties(string title) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:title>{SecurityElement.Escape(title)}</dc:title></cp:coreProperties>";
}
