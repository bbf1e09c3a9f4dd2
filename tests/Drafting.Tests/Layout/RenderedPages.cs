using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Layout;

/// <summary>A word or line on a rendered page, in millimetres from the page's upper left corner.</summary>
internal sealed record PrintedLine(int Page, double Left, double Top, double Right, double Bottom, string Text);

/// <summary>Size of a page in millimetres.</summary>
internal sealed record PageSize(double Width, double Height)
{
    public bool IsLandscape => Width > Height;
}

/// <summary>A paper as it is printed: its pages, what stands on them, and the ink of the first and the last.</summary>
internal sealed record PrintedPaper(IReadOnlyList<PageSize> Pages, IReadOnlyList<PrintedLine> Lines, PageInk First, PageInk Last);

/// <summary>
/// Papers as LibreOffice renders them, measured with poppler. The standard's fonts are seldom installed; Noto CJK stands in for them,
/// whose Chinese characters are as wide, so that lines and places may be asserted but not the look of the type.
/// </summary>
internal static class RenderedPages
{
    private const double Millimetre = 72 / 25.4;

    private static readonly string[] Asked = ["仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"];

    /// <summary>The lines of a paper; skips the test where the programs or the font are missing.</summary>
    public static IReadOnlyList<PrintedLine> Of(Paper paper)
    {
        using var docx = new MemoryStream();
        paper.Write(docx);
        return Of([docx.ToArray()])[0].Lines;
    }

    /// <summary>Several papers, converted in one run.</summary>
    public static IReadOnlyList<PrintedPaper> Of(IReadOnlyList<byte[]> papers)
    {
        var folder = Directory.CreateTempSubdirectory("papers-layout");
        try
        {
            var names = papers.Select((_, i) => i.ToString("D3", CultureInfo.InvariantCulture)).ToList();
            foreach (var (name, docx) in names.Zip(papers))
                File.WriteAllBytes(Path.Combine(folder.FullName, name + ".docx"), docx);
            var fonts = Path.Combine(folder.FullName, "fonts.conf");
            FontRules().Save(fonts);
            Run("soffice", folder.FullName, fonts, [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", .. names.Select(name => name + ".docx")]);
            if (!Run("pdffonts", folder.FullName, fonts, names[0] + ".pdf").Contains("NotoSerifCJK", StringComparison.Ordinal))
                Assert.Skip("没有安装 Noto Serif CJK 字体，无法测量版面。");
            TestContext.Current.TestOutputHelper?.WriteLine($"字体代替：{string.Join("、", Asked)} 均由 Noto Serif CJK SC 代替，只测位置和字数，不测字形。");
            return [.. names.Select(name => Paper(folder.FullName, fonts, name))];
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static PrintedPaper Paper(string folder, string fonts, string name)
    {
        Run("pdftotext", folder, fonts, "-bbox-layout", name + ".pdf", name + ".html");
        var (sizes, lines) = Read(Path.Combine(folder, name + ".html"));
        var (first, last) = (Picture(1), sizes.Count == 1 ? null : Picture(sizes.Count));
        return new PrintedPaper(sizes, lines, first, last ?? first);

        PageInk Picture(int page)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            var target = $"{name}-{number}";
            Run("pdftoppm", folder, fonts, "-r", PageInk.Resolution.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", name + ".pdf", target);
            return PageInk.Read(Path.Combine(folder, target + ".ppm"));
        }
    }

    private static XElement FontRules() => new(
        "fontconfig",
        new XElement("include", "/etc/fonts/fonts.conf"),
        Asked.Select(name => new XElement(
            "match",
            new XAttribute("target", "pattern"),
            new XElement("test", new XAttribute("name", "family"), new XAttribute("qual", "any"), new XElement("string", name)),
            new XElement(
                "edit",
                new XAttribute("name", "family"),
                new XAttribute("mode", "assign"),
                new XAttribute("binding", "strong"),
                new XElement("string", "Noto Serif CJK SC")))));

    private static (List<PageSize> Sizes, List<PrintedLine> Lines) Read(string file)
    {
        var pages = XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "page").ToList();
        return (pages.ConvertAll(page => new PageSize(Place(page, "width"), Place(page, "height"))), [.. pages.SelectMany((page, number) => page.Descendants().Where(element => element.Name.LocalName == "line").Select(line => new PrintedLine(
            number + 1,
            Place(line, "xMin"),
            Place(line, "yMin"),
            Place(line, "xMax"),
            Place(line, "yMax"),
            string.Concat(line.Elements().Select(word => word.Value)))))]);
    }

    private static double Place(XElement line, string side) =>
        double.Parse(line.Attribute(side)?.Value ?? "NaN", CultureInfo.InvariantCulture) / Millimetre;

    private static string Run(string program, string folder, string fonts, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = fonts;
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"没有找到 {program}，无法测量版面。请安装 LibreOffice 和 poppler-utils 后再运行。");
            return "";
        }
    }
}
