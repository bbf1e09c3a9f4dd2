using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Layout;

/// <summary>A word or line on a rendered page, in millimetres from the page's upper left corner.</summary>
internal sealed record PrintedLine(int Page, double Left, double Top, double Right, double Bottom, string Text);

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
        var folder = Directory.CreateTempSubdirectory("papers-layout");
        try
        {
            using (var file = File.Create(Path.Combine(folder.FullName, "paper.docx")))
                paper.Write(file);
            var fonts = Path.Combine(folder.FullName, "fonts.conf");
            FontRules().Save(fonts);
            Run("soffice", folder.FullName, fonts, $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "paper.docx");
            if (!Run("pdffonts", folder.FullName, fonts, "paper.pdf").Contains("NotoSerifCJK", StringComparison.Ordinal))
                Assert.Skip("没有安装 Noto Serif CJK 字体，无法测量版面。");
            Run("pdftotext", folder.FullName, fonts, "-bbox-layout", "paper.pdf", "paper.html");
            return Read(Path.Combine(folder.FullName, "paper.html"));
        }
        finally
        {
            folder.Delete(true);
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

    private static List<PrintedLine> Read(string file)
    {
        var pages = XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "page").ToList();
        return [.. pages.SelectMany((page, number) => page.Descendants().Where(element => element.Name.LocalName == "line").Select(line => new PrintedLine(
            number + 1,
            Place(line, "xMin"),
            Place(line, "yMin"),
            Place(line, "xMax"),
            Place(line, "yMax"),
            string.Concat(line.Elements().Select(word => word.Value)))))];
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
