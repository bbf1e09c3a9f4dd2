namespace YiyuanSafety.Drafting.Templating;

/// <summary>What a tag does to the text around it.</summary>
internal enum TagKind
{
    /// <summary>Prints a value.</summary>
    Value,

    /// <summary>Opens a block: if, for, while.</summary>
    Open,

    /// <summary>Parts a block: else.</summary>
    Middle,

    /// <summary>Closes a block: end.</summary>
    Close,
}

/// <summary>A Scriban tag as typed, braces included.</summary>
/// <param name="Text">The whole tag.</param>
internal sealed record Tag(string Text)
{
    /// <summary>What stands between the braces; quotation marks that Word made curly are straight again.</summary>
    public string Code { get; } = Text[2..^2].Trim('-', '~', ' ', '\u00a0', '\u3000')
        .Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'').Replace('\u00a0', ' ').Replace('\u3000', ' ');

    /// <summary>What it does.</summary>
    public TagKind Kind => FirstWord switch
    {
        "if" or "for" or "while" or "case" or "capture" or "func" or "with" or "wrap" or "tablerow" => TagKind.Open,
        "else" or "when" => TagKind.Middle,
        "end" => TagKind.Close,
        _ => TagKind.Value,
    };

    private string FirstWord => Code.Split(' ', '(')[0];
}
