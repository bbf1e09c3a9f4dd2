using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>Brings a paper up to date: regions whose words nobody touched are replaced, all others are left and reported.</summary>
public static class PaperRefresh
{
    /// <summary>Reads the record of a paper.</summary>
    /// <exception cref="PaperFileException">No Word document, or one that this program did not make.</exception>
    public static PaperRecord Record(ReadOnlyMemory<byte> docx) => PaperFile.Open(docx) is { Record: { } record } ? record : throw NoRecord();

    /// <summary>Reads the record of any file; null where it has none that can be read.</summary>
    public static PaperRecord? FindRecord(ReadOnlyMemory<byte> docx)
    {
        try
        {
            return PaperFile.Open(docx).Record;
        }
        catch (PaperFileException)
        {
            // A paper whose record was damaged, or that another program made, is a paper all the same.
            return null;
        }
    }

    /// <summary>Refreshes a paper.</summary>
    /// <param name="docx">The paper as it is now.</param>
    /// <param name="request">The newest tasks, with directory and profile; dates are taken from the paper.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="take">Names of regions to replace even though somebody changed their words.</param>
    /// <exception cref="PaperFileException">The paper cannot be refreshed.</exception>
    /// <exception cref="UnknownTaskException">The paper is about tasks that are no more.</exception>
    /// <exception cref="Templating.TemplateException">The template failed.</exception>
    public static RefreshResult Run(ReadOnlyMemory<byte> docx, PaperRequest request, PaperTemplates templates, IReadOnlyCollection<string> take) =>
        Run(docx, request, templates, new RegionChoice { Take = take });

    /// <summary>Refreshes some regions of a paper.</summary>
    /// <param name="docx">The paper as it is now.</param>
    /// <param name="request">The newest tasks, with directory and profile; dates are taken from the paper.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="choice">Which regions to replace.</param>
    /// <inheritdoc cref="Run(ReadOnlyMemory{byte}, PaperRequest, PaperTemplates, IReadOnlyCollection{string})"/>
    public static RefreshResult Run(ReadOnlyMemory<byte> docx, PaperRequest request, PaperTemplates templates, RegionChoice choice) =>
        Begin(docx, request, templates, choice).Result();

    /// <summary>What Word is to put into the regions of a paper that is open in it. Writes nothing.</summary>
    /// <param name="docx">The paper as it is now.</param>
    /// <param name="request">The newest tasks, with directory and profile; dates are taken from the paper.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="choice">Which regions to replace.</param>
    /// <exception cref="PaperFileException">The paper cannot be refreshed.</exception>
    /// <exception cref="UnknownTaskException">The paper is about tasks that are no more.</exception>
    /// <exception cref="Templating.TemplateException">The template failed.</exception>
    public static PaperUpdate Update(ReadOnlyMemory<byte> docx, PaperRequest request, PaperTemplates templates, RegionChoice choice) =>
        Begin(docx, request, templates, choice with { InPlace = true }).Update();

    private static Refreshing Begin(ReadOnlyMemory<byte> docx, PaperRequest request, PaperTemplates templates, RegionChoice choice)
    {
        var paper = PaperFile.Open(docx);
        var record = paper.Record ?? throw NoRecord();
        if (record.Year is { } made && request.Document.Document.Year is { } now && made != now)
            throw new PaperFileException(PaperFileCodes.OtherYear, $"这份公文出自{made}年的工作要点，给出的任务是{now}年的。请换用{made}年的任务（tasks.json），或另行生成新一年的公文。");
        return new Refreshing(paper, record, Draft(record, request, templates), choice);
    }

    private static PaperFile Draft(PaperRecord record, PaperRequest request, PaperTemplates templates)
    {
        var order = record.Order;
        var draft = new PaperDrafts(request).Of(order) with { DocumentId = record.Paper };
        using var rendered = new MemoryStream();
        templates[order.Kind].Render(draft, rendered, record.Paper);
        return PaperFile.Open(rendered.ToArray());
    }

    private static PaperFileException NoRecord() => new(
        PaperFileCodes.NoRecord, "这份文件不是由本程序生成的，或者其中的更新记录已被去掉，不能自动更新。请重新生成。");
}
