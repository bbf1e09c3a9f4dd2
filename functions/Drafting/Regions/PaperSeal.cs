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
    public static void Write(WordTemplate template, PaperDraft draft, PaperOrder order, PaperRequest request, Stream output)
    {
        using var rendered = new MemoryStream();
        template.Render(draft, rendered, draft.DocumentId);
        var file = PaperFile.Open(rendered.GetBuffer().AsMemory(0, (int)rendered.Length));
        if (file.HasRecordPart)
            file.Write(output, Describe(PaperRecord.Of(order, request, draft), file));
        else
            rendered.WriteTo(output);
    }

    /// <summary>The record with the regions that the file now has.</summary>
    internal static PaperRecord Describe(PaperRecord record, PaperFile file)
    {
        var regions = RegionFinder.Tagged(file, record.Paper);
        return record with
        {
            Regions = [.. regions.DistinctBy(region => region.Name).Select(region => new RegionRecord(region.Name, region.Title, region.Text))],
            Outside = RegionText.Hash(RegionFinder.Outside(file, regions)),
        };
    }
}
