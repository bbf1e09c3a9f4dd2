using System.IO.Packaging;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>The footnotes or endnotes of a document by their identity.</summary>
internal sealed class Notes
{
    private readonly Dictionary<string, List<DraftBlock>> _notes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>Reads a notes part; separators between text and notes are no notes.</summary>
    public static Notes Read(DocxParts parts, PackagePart? part, DocxContext context)
    {
        var notes = new Notes();
        if (part is null)
            return notes;
        parts.Walk(part, cursor =>
        {
            var entered = cursor.Enter();
            while (cursor.Next(entered))
            {
                if (cursor.Name is not ("footnote" or "endnote") || cursor.Attribute("id") is not { } id)
                    continue;
                if (cursor.Attribute("type") is "separator" or "continuationSeparator" or "continuationNotice")
                {
                    cursor.Skip();
                    continue;
                }

                var story = new Story(BlockKind.Footnote) { Place = default(SourcePlace), InNote = true };
                new StoryReader(cursor, context).Read(story);
                notes._notes[id] = story.Blocks;
            }
        });
        return notes;
    }

    /// <summary>A note's blocks the first time they are asked for, nothing after that, null where there is no such note.</summary>
    public IReadOnlyList<DraftBlock>? Take(string id)
    {
        if (!_notes.TryGetValue(id, out var blocks))
            return null;
        return _given.Add(id) ? blocks : [];
    }
}
