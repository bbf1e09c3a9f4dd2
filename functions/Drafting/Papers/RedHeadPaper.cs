using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>What all papers on red-head paper have beside their text.</summary>
public abstract record RedHeadPaper : PaperDraft
{
    /// <summary>版头 (7.2).</summary>
    [Field("版头")]
    public required RedHead Head { get; init; }

    /// <summary>标题, one line each (7.3.1).</summary>
    [Field("标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>主送机关 (7.3.2).</summary>
    [Field("主送机关")]
    public required AddresseeLine Addressees { get; init; }

    /// <summary>附件 (7.3.4).</summary>
    [Field("附件说明")]
    public required AttachmentList Attachments { get; init; }

    /// <summary>署名, 成文日期, 附注 (7.3.5, 7.3.6).</summary>
    [Field("署名和成文日期")]
    public required Signature Signature { get; init; }

    /// <summary>版记 (7.4).</summary>
    [Field("版记")]
    public required Colophon Colophon { get; init; }

    /// <summary>The title of a paper: with its issuer in front where the profile has it so, broken into lines.</summary>
    internal static IReadOnlyList<string> TitleOf(PaperRequest request, string issuer, string name, params IEnumerable<string> names) =>
        TitleBreaker.Break(request.Profile.TitleNamesIssuer ? issuer + name : name, [.. request.Names, .. names]);
}
