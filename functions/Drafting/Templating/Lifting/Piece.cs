using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>A piece of a part: literal XML, a tag, or something that depends on what was written before.</summary>
internal abstract record Piece
{
    /// <summary>XML written as it is.</summary>
    public sealed record Literal(string Xml) : Piece;

    /// <summary>A tag, evaluated by Scriban.</summary>
    public sealed record Code(Tag Tag) : Piece;

    /// <summary>XML written only when what precedes does not end as it must: a cell needs a last paragraph, a table a row, a content control anything.</summary>
    public sealed record Guard(Ending Wanted, string Xml) : Piece;

    /// <summary>The label of a content control begins, with so many characters besides its tags.</summary>
    public sealed record LabelStart(int Characters) : Piece;

    /// <summary>The label of a content control ends.</summary>
    public sealed record LabelEnd : Piece;

    /// <summary>An identifier inside a loop, which must differ each time.</summary>
    public sealed record Unique(IdKind Kind, string Original) : Piece;
}

/// <summary>What literal XML ends with.</summary>
internal enum Ending
{
    /// <summary>Nothing that counts: spaces, bookmark ends.</summary>
    Nothing,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A table row.</summary>
    Row,

    /// <summary>A table or a content control; wanted of a content control, any block will do.</summary>
    Block,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Kinds of identifiers that must be unique in a document.</summary>
internal enum IdKind
{
    /// <summary>wp:docPr/@id.</summary>
    Drawing,

    /// <summary>w:bookmarkStart/@w:id.</summary>
    BookmarkStart,

    /// <summary>w:bookmarkEnd/@w:id, the same as that of its start.</summary>
    BookmarkEnd,

    /// <summary>w:bookmarkStart/@w:name.</summary>
    BookmarkName,

    /// <summary>w14:paraId, eight hexadecimal digits below 80000000.</summary>
    Paragraph,

    /// <summary>w:sdtPr/w:id.</summary>
    Control,

    /// <summary>The * in the tag of a managed region's control, which becomes the identity of the paper.</summary>
    Paper,
}

/// <summary>Pieces in place of a span of the part.</summary>
/// <param name="Start">First character replaced.</param>
/// <param name="End">Behind the last; equals <paramref name="Start"/> for an insertion.</param>
/// <param name="Order">Among insertions at one place.</param>
/// <param name="Pieces">What to write instead.</param>
internal sealed record Edit(int Start, int End, int Order, IReadOnlyList<Piece> Pieces);
