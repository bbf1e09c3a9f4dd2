using System.Globalization;
using System.IO.Compression;
using System.Xml;
using NPOI;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Sheets;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Register;

/// <summary>
/// The register (发文登记簿) as a workbook. Lines are added below what is there; whatever people typed, coloured, sorted or inserted stays. A
/// line is the same line by its place and edition, so that adding it twice adds it once.
/// </summary>
public static class RegisterBook
{
    /// <summary>Code of a register that cannot be read.</summary>
    public const string Unreadable = "register-unreadable";

    private const string SheetName = "发文登记簿";
    private const string Place = "归档位置";
    private const string Edition = "版次";
    private const int LongestFile = 30 << 20;
    private const long LongestUnpacked = 300L << 20;
    private const int HeadWithin = 20;
    private const int LeastHeads = 3;

    private static readonly (string Name, int Width, Func<RegisterLine, string> Value)[] Columns =
    [
        ("发文字号", 24, line => line.Number),
        ("文种", 12, line => line.Kind),
        ("标题", 44, line => line.Title),
        ("主送", 24, line => line.To),
        ("成文日期", 13, line => line.Date),
        (Edition, 7, line => line.Edition.ToString(CultureInfo.InvariantCulture)),
        ("归档时间", 18, line => line.FiledAt),
        ("归档人", 14, line => line.By),
        (Place, 52, line => line.Place),
        ("链接", 30, line => line.Link),
    ];

    /// <summary>Adds lines to a register.</summary>
    /// <param name="existing">The register as it is, .xlsx; null to begin one.</param>
    /// <param name="lines">The lines.</param>
    /// <returns>The register with the lines; null where it has all of them.</returns>
    /// <exception cref="DriveException">What is there is no workbook that can be read.</exception>
    public static byte[]? Add(byte[]? existing, IReadOnlyList<RegisterLine> lines)
    {
        if (lines.Count == 0)
            return null;
        var workbook = existing is null ? new XSSFWorkbook() : Open(existing);
        var table = RegisterTable.Find(workbook, [.. Columns.Select(column => column.Name)], HeadWithin, LeastHeads) ?? Begin(workbook);
        var known = table.Rows().Select(row => (table.Text(row, Place), table.Text(row, Edition))).ToHashSet();
        var isNew = false;
        foreach (var line in lines)
        {
            if (!known.Add((CellText.Safe(line.Place), line.Edition.ToString(CultureInfo.InvariantCulture))))
                continue;
            table.Append(name => CellText.Safe(Columns.First(column => column.Name == name).Value(line)));
            isNew = true;
        }

        if (!isNew)
            return null;
        using var bytes = new MemoryStream();
        workbook.Write(bytes, leaveOpen: true);
        return bytes.ToArray();
    }

    private static RegisterTable Begin(XSSFWorkbook workbook)
    {
        var name = SheetName;
        for (var again = 2; workbook.GetSheet(name) is not null; again++)
            name = FormattableString.Invariant($"{SheetName} ({again})");
        return RegisterTable.Begin(workbook, name, [.. Columns.Select(column => (column.Name, column.Width))]);
    }

    private static XSSFWorkbook Open(byte[] file)
    {
        try
        {
            // Unpacking is bounded before the library begins with it.
            if (file.Length > LongestFile)
                throw new InvalidDataException("太大");
            using (var zip = new ZipArchive(new MemoryStream(file, false), ZipArchiveMode.Read))
            {
                if (zip.Entries.Sum(entry => entry.Length) > LongestUnpacked)
                    throw new InvalidDataException("太大");
            }

            return new XSSFWorkbook(new MemoryStream(file, false));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or POIXMLException or NPOI.OpenXml4Net.OpenXml4NetException or XmlException or ArgumentException
            or InvalidOperationException or NullReferenceException or FormatException or ICSharpCode.SharpZipLib.SharpZipBaseException)
        {
            throw new DriveException(Unreadable, "发文登记簿打不开，可能已损坏、加了密码或太大。公文已归档，登记簿没有改动。请用 Excel 打开另存为 .xlsx（不设密码）后重试。", e);
        }
    }
}
