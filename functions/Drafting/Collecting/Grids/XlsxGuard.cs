using System.Xml;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>Refuses what an .xlsx must not bring along: macros, links to other files, embedded files, document types.</summary>
internal static class XlsxGuard
{
    private const string Workbook = "spreadsheetml.sheet.main+xml";
    private const string Template = "spreadsheetml.template.main+xml";

    private static readonly (string Mark, Func<string, UnreadableSourceException> Refusal)[] Unwanted =
    [
        ("macroEnabled", WorkbookRefusal.Macros),
        ("vbaProject", WorkbookRefusal.Macros),
        ("macrosheet", WorkbookRefusal.Macros),
        ("externalLink", OtherFiles),
        ("connections", DataSources),
        ("queryTable", DataSources),
        ("customDataProps", DataSources),
        ("/model/", DataSources),
        ("volatileDependencies", DataSources),
        ("/embeddings/", WorkbookRefusal.Embedded),
        ("oleObject", WorkbookRefusal.Embedded),
        ("activeX", WorkbookRefusal.Embedded),
    ];

    /// <summary>Looks a package through.</summary>
    /// <returns>The part with the workbook.</returns>
    public static string Check(XlsxPackage package, string file, WorkbookLimits limits)
    {
        package.RefuseDocumentTypes();
        var main = package.Links("", limits.PartBytes).FirstOrDefault(link => link is { Kind: "officeDocument", IsExternal: false })?.Target ?? "";
        if (Guess(package, main) is { Length: > 0 } guess)
            throw WorkbookRefusal.NotAWorkbook(file, guess);
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw WorkbookRefusal.NeedsConversion(file, "二进制工作簿（.xlsb）");
        foreach (var name in package.Names)
            Refuse("/" + name, file);
        var endings = package.Names.Select(name => Path.GetExtension(name).TrimStart('.')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var types = new List<string>();
        package.Walk("[Content_Types].xml", limits.PartBytes, "“[Content_Types].xml”", reader =>
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ContentType") is not { } type)
                return;

            // Programs declare types for endings of which the file has none.
            if (reader.LocalName == "Override" || endings.Contains(reader.GetAttribute("Extension") ?? ""))
                types.Add(type);
        });
        foreach (var type in types)
            Refuse(type, file);
        foreach (var link in package.AllLinks(limits.PartBytes))
        {
            // Addresses that people see and may click, such as mail addresses, open nothing by themselves.
            if (link.IsExternal && link.Kind != "hyperlink")
                throw OtherFiles(file);
            Refuse(link.Kind, file);
        }

        return main.Length > 0 && types.Exists(type => type.EndsWith(Workbook, StringComparison.OrdinalIgnoreCase) || type.EndsWith(Template, StringComparison.OrdinalIgnoreCase))
            ? main
            : throw (package.Has("xl/workbook.xml") ? WorkbookRefusal.Damaged(file, "缺少工作簿") : WorkbookRefusal.NotAWorkbook(file));
    }

    /// <summary>Refuses a formula that calls another program (DDE); others are of no interest, their stored results are read.</summary>
    public static void CheckFormula(string formula, string file)
    {
        // As in =cmd|'/c …'!A1: a bar outside of quotes has no other meaning in a formula.
        var bar = formula.IndexOf('|', StringComparison.Ordinal);
        if (bar > 0 && formula.IndexOf('!', bar) > 0 && !formula[..bar].Contains('"'))
            throw WorkbookRefusal.Links(file, "调用其他程序的公式（DDE）");
    }

    private static void Refuse(string text, string file)
    {
        foreach (var (mark, refusal) in Unwanted)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
                throw refusal(file);
        }
    }

    private static UnreadableSourceException OtherFiles(string file) => WorkbookRefusal.Links(file, "指向其他文件的链接");

    private static UnreadableSourceException DataSources(string file) => WorkbookRefusal.Links(file, "与数据源的连接");

    private static string Guess(XlsxPackage package, string main) =>
        main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) ? "Word 文档"
        : main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) ? "PowerPoint 演示文稿"
        : main.Length == 0 && package.Has("META-INF/manifest.xml") && package.Has("content.xml") ? "OpenDocument 文件"
        : main.Length == 0 && !package.Has("[Content_Types].xml") ? "压缩包"
        : "";
}
