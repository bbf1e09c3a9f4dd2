using YiyuanSafety.Drafting.Templating.Markup;

namespace YiyuanSafety.Drafting.Templating.Tags;

/// <summary>What a tag does to the text around it.</summary>
internal enum TagKind
{
    /// <summary>Prints a value.</summary>
    Value,

    /// <summary>Prints nothing: an assignment, a comment.</summary>
    Silent,

    /// <summary>Opens a block: if, for, case, while.</summary>
    Open,

    /// <summary>Divides a block: else, when.</summary>
    Middle,

    /// <summary>Closes a block: end.</summary>
    Close,
}

/// <summary>A tag where it stands.</summary>
internal sealed class Tag(Paragraph paragraph, FoundTag found, TagKind kind, string keyword)
{
    /// <summary>Its paragraph.</summary>
    public Paragraph Paragraph => paragraph;

    /// <summary>First glyph in the paragraph.</summary>
    public int First => found.Start;

    /// <summary>Behind the last glyph.</summary>
    public int Last => found.End;

    /// <summary>Between the braces, quotes and spaces made plain.</summary>
    public string Code => found.Code;

    /// <summary>As typed, braces included.</summary>
    public string Typed => found.Typed;

    /// <summary>What it does.</summary>
    public TagKind Kind => kind;

    /// <summary>if, for, else … or empty.</summary>
    public string Keyword => keyword;

    /// <summary>Whether it repeats what it governs.</summary>
    public bool Loops => Kind == TagKind.Open && Keyword is "for" or "while";

    /// <summary>Offset in the part where what stands before it ends; set when it is placed.</summary>
    public int CutStart { get; set; }

    /// <summary>Offset in the part where what stands behind it starts; set when it is placed.</summary>
    public int CutEnd { get; set; }
}

/// <summary>A tag found in a text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Code">Between the braces, made plain.</param>
/// <param name="Typed">As typed.</param>
internal readonly record struct FoundTag(int Start, int End, string Code, string Typed);

/// <summary>A character of a paragraph and where it lies in the part.</summary>
/// <param name="Start">Offset; an entity is several characters long there.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Owner">The w:t around it, or the w:tab or w:br that it stands for.</param>
internal readonly record struct Glyph(int Start, int End, Element Owner);

/// <summary>A paragraph's visible text.</summary>
/// <param name="Element">The w:p.</param>
/// <param name="Number">Ordinal in the part from 1.</param>
/// <param name="Text">The text, without that of text boxes inside.</param>
/// <param name="Glyphs">One for each character of <paramref name="Text"/>.</param>
internal sealed record Paragraph(Element Element, int Number, string Text, IReadOnlyList<Glyph> Glyphs)
{
    /// <summary>The span of the attribute value when this is no paragraph but the label of a content control, w:tag or w:alias.</summary>
    public (int Start, int End)? Label { get; init; }
}
