using System.Globalization;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>What a person should know about the reading of a PDF.</summary>
internal static class PdfFindings
{
    public static IEnumerable<Finding> Of(IReadOnlyList<PdfPage> pages, HashSet<PdfLine> furniture)
    {
        var set = pages
            .SelectMany(page => page.Lines.Where(furniture.Contains).Select(line => line.Text).Concat(page.Aside)
                .Select(text => (page.Number, Text: text)))
            .ToList();
        if (set.Count > 0)
        {
            yield return new Finding(
                FindingCodes.PageFurniture,
                Severity.Info,
                $"去掉了 {Number(set.Count)} 处页码、页眉、页脚或水印。如果其中有正文，请改用 .docx 原文件。",
                "全文")
            {
                Source = string.Join('\n', set.Select(item => $"第{Number(item.Number)}页：{item.Text}")),
            };
        }

        var unmapped = pages.Where(page => page.Unmapped > 0).ToList();
        if (unmapped.Count > 0)
        {
            yield return new Finding(
                ReadingCodes.UnmappedGlyphs,
                Severity.Warning,
                $"有 {Number(unmapped.Sum(page => page.Unmapped))} 个字形没有对应的文字，没有读出。请对照原文核对这些页，或者改用 .docx 原文件。",
                string.Join('、', unmapped.Select(page => new SourcePlace(Page: page.Number).ToString())));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
