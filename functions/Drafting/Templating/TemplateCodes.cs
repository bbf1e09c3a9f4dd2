namespace YiyuanSafety.Drafting.Templating;

/// <summary>Stable codes of template problems.</summary>
public static class TemplateCodes
{
    /// <summary>The file is no readable Word document.</summary>
    public const string NotAWordFile = "template-damaged";

    /// <summary>The file exceeds a limit.</summary>
    public const string TooLarge = "template-too-big";

    /// <summary>A part's XML is broken, or breaks the Open XML schema.</summary>
    public const string BrokenPart = "template-broken-part";

    /// <summary>A tag is not closed, or closed without being opened.</summary>
    public const string OpenTag = "template-tag-open";

    /// <summary>A tag's text can't be understood.</summary>
    public const string Syntax = "template-syntax";

    /// <summary>A block (if, for …) is not closed, or closed without being opened.</summary>
    public const string OpenBlock = "template-block-open";

    /// <summary>The tags of a block stand where they can't govern anything whole.</summary>
    public const string CrossedBlock = "template-block-torn";

    /// <summary>A tag stands where none may stand.</summary>
    public const string Misplaced = "template-misplaced";

    /// <summary>A field that does not exist.</summary>
    public const string UnknownField = "template-unknown-field";

    /// <summary>A function that does not exist.</summary>
    public const string UnknownFunction = "template-unknown-function";

    /// <summary>Something that templates may not use.</summary>
    public const string Forbidden = "template-not-allowed";

    /// <summary>A list used as a single value, or a single value as a list.</summary>
    public const string WrongKind = "template-wrong-kind";

    /// <summary>A rendering exceeded a limit.</summary>
    public const string RenderLimit = "template-limit";

    /// <summary>A rendering failed on its data.</summary>
    public const string RenderFailed = "template-failed";
}
