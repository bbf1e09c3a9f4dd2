using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>Puts into a paper the record by which it can be brought up to date later.</summary>
public static class PaperSeal
{
    /// <summary>Renders a paper with its record. A template without room for a record gives a paper that cannot be refreshed.</summary>
    /// <param name="template">The template of its kind.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="order">What was asked for.</param>
    /// <param name="request">What it was drafted from.</param>
    /// <param name="output">Where the .docx goes; need not be seekable.</param>
    /// <exception cref="TemplateException">The template failed on this draft.</exception>
    public static void Write(WordTemplate template, PaperDraft draft, PaperOrder order, PaperRequest request, Stream output) => template.Render(
        draft,
        output,
        draft.DocumentId,
        template.CustomPartOf(RecordXml.Namespace) is { } part ? new CustomPart(part, main => RecordXml.Write(Describe(PaperRecord.Of(order, request, draft), main))) : null);

    /// <summary>The record with the regions that the main part now has.</summary>
    private static PaperRecord Describe(PaperRecord record, ReadOnlyMemory<byte> main)
    {
        var (regions, outside) = RegionScan.Of(main.Span, record.Paper);
        return record with { Regions = [.. regions.DistinctBy(region => region.Name)], Outside = outside };
    }
}
