namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads a Word document (.docx), transitional or strict, in one pass over its parts.</summary>
internal static class DocxReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, string file, ReadingLimits limits)
    {
        using var parts = DocxParts.Open(bytes, file, limits);
        var context = new DocxContext(parts, limits);
        var body = new Story(BlockKind.Paragraph);
        parts.Walk(parts.Main, cursor => new StoryReader(cursor, context).Read(body));

        var blocks = new BlockCollector(file, limits);
        var usual = context.UsualLook;
        foreach (var draft in body.Blocks)
        {
            blocks.Add(new SourceBlock(blocks.Next, draft.Text, draft.Place)
            {
                Kind = draft.Kind,
                HeadingLevel = draft.Kind == BlockKind.TableCell ? null : draft.HeadingLevel,
                EmphasisedLead = EmphasisedLead.Of(draft, usual),
                Cell = draft.Cell,
            });
        }

        return blocks.IsBlank && context.Findings.Count == 0
            ? throw Unreadable.Empty(file)
            : new SourceDocument(SourceFormat.Docx, blocks.Blocks, context.Findings);
    }
}
