namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads paragraphs and tables of one part in order.</summary>
internal sealed class StoryReader(PartCursor cursor, DocxContext context)
{
    private int _paragraphs;

    public PartCursor Cursor => cursor;

    public DocxContext Context => context;

    /// <summary>Fields open at the present place; they may span paragraphs.</summary>
    public FieldStack Fields { get; } = new();

    /// <summary>Paragraphs counted so far.</summary>
    public int Paragraphs => _paragraphs;

    /// <summary>Reads what the current element holds into a story.</summary>
    /// <param name="story">Takes the blocks.</param>
    /// <param name="cellProperties">Reads the <c>w:tcPr</c> of a cell; null outside cells.</param>
    public void Read(Story story, Action? cellProperties = null)
    {
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            if (!cursor.IsWord)
                continue;
            if (cellProperties is not null && cursor.Name == "tcPr")
                cellProperties();
            else
                ReadBlock(story);
        }

        // The last paragraph has no next one to join; what is left of it stands alone.
        if (story.Carried is { } carried)
        {
            story.Carried = null;
            if (carried.Text.Length > 0 || carried.Hidden.Length > 0 || carried.Attached.Count > 0)
                Finish(carried, story, PlaceIn(story));
        }
    }

    /// <summary>Place of the present paragraph.</summary>
    public SourcePlace PlaceIn(Story story) => story.Place ?? new SourcePlace(Paragraph: Math.Max(1, _paragraphs));

    private void ReadBlock(Story story)
    {
        switch (cursor.Name)
        {
            case "p":
                ReadParagraph(story);
                break;
            case "tbl":
                TableReader.Read(this, story);
                break;
            case "altChunk" or "subDoc":
                context.ReportEmbedded(PlaceIn(story));
                cursor.Skip();
                break;
            case "sdtPr" or "sdtEndPr" or "customXmlPr" or "sectPr" or "del" or "moveFrom":
                cursor.Skip();
                break;
            default:
                break;
        }
    }

    private void ReadParagraph(Story story)
    {
        // Paragraphs of notes and text boxes take the place of the paragraph they belong to and are not counted.
        if (story.Kind is BlockKind.Paragraph or BlockKind.TableCell)
            _paragraphs++;
        var paragraph = new ParagraphDraft();
        if (story.Carried is { } before)
        {
            paragraph.Continue(before);
            story.Carried = null;
        }

        new ParagraphReader(this, story, paragraph).Read();
        Fields.EndParagraph();
        if (paragraph.JoinsNext)
            story.Carried = paragraph;
        else
            Finish(paragraph, story, PlaceIn(story));
    }

    private void Finish(ParagraphDraft paragraph, Story story, SourcePlace place)
    {
        var style = context.Styles.Paragraph(paragraph.StyleId);
        var numId = paragraph.NumId ?? style.NumId;
        var number = numId is null or "0"
            ? ""
            : context.NextNumber(numId, paragraph.Level ?? style.Level, paragraph.StyleId);
        var text = number.Length == 0 ? paragraph.Text.ToString() : number + paragraph.Text;
        context.Count(paragraph.OwnLooks, text.Length);
        story.Blocks.Add(new DraftBlock(text, place, story.Kind)
        {
            HeadingLevel = (paragraph.Outline ?? style.Outline) is { } outline and >= 0 and <= 8 ? outline + 1 : null,
            NumberLength = number.Length,
            Looks = paragraph.Looks(number.Length),
        });
        // Text boxes belong to the page, notes to its foot.
        story.Blocks.AddRange(paragraph.Attached.OrderBy(block => block.Kind == BlockKind.Footnote));
        if (paragraph.Hidden.Length > 0)
            context.ReportHidden(paragraph.Hidden.ToString(), place);
    }
}
