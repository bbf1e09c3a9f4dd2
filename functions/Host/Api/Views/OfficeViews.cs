using YiyuanSafety.Host.Web;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>Who calls.</summary>
internal sealed record MeView(string Name, string Role, string Body);

/// <summary>What the service can do.</summary>
/// <param name="Version">Counts the row's changes; what the ETag says.</param>
/// <param name="MaxUploadBytes">The largest file that is taken, in bytes.</param>
/// <param name="HasPdf">Whether LibreOffice is at hand.</param>
/// <param name="SignIn">none, key, oidc or key+oidc.</param>
/// <param name="OfficeJs">The address of office.js for the Word pane.</param>
/// <param name="Entra">How the Word pane signs in with the account of the office; null where it does not.</param>
internal sealed record InfoView(string Version, long MaxUploadBytes, bool HasPdf, string SignIn, string OfficeJs, EntraView? Entra);

/// <summary>The pane's registration with Entra ID.</summary>
/// <param name="ClientId">The pane's application.</param>
/// <param name="Authority">The tenant's address at the sign-in service.</param>
/// <param name="Scope">The scope that this service asks for.</param>
internal sealed record EntraView(Guid ClientId, string Authority, string Scope)
{
    /// <summary>The settings as they are shown.</summary>
    public static EntraView? Of(EntraSettings? entra) => entra is null ? null : new(entra.ClientId, entra.Authority.AbsoluteUri, entra.Scope);
}

/// <summary>A county's bodies and groups.</summary>
internal sealed record DirectoryView(string County, IReadOnlyList<BodyView> Bodies, IReadOnlyList<GroupView> Groups);

/// <summary>A body.</summary>
internal sealed record BodyView(Guid Id, int Version, string Name, int Ordinal, string Addressee, IReadOnlyList<string> Aliases, IReadOnlyList<string> Groups)
{
    /// <summary>The row as it is shown.</summary>
    public static BodyView Of(Body body) => new(body.Id, body.Version, body.Name, body.Ordinal, body.Addressee, body.Aliases, body.Groups);
}

/// <summary>A collective term.</summary>
internal sealed record GroupView(string Name, IReadOnlyList<string> Aliases);

/// <summary>What a person changes about a body; null leaves a field as it is.</summary>
internal sealed record BodyChange(string Reason, string? Addressee = null, IReadOnlyList<string>? Aliases = null, IReadOnlyList<string>? Groups = null);

/// <summary>A template.</summary>
internal sealed record TemplateView(string Kind, string Name, string File);

/// <summary>A field that a template may use.</summary>
/// <param name="Name">Its name, with dots; [] behind a list.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Sample">An example; empty for none.</param>
/// <param name="IsList">Whether it is a list, over which a template goes with for.</param>
internal sealed record FieldView(string Name, string Meaning, string Sample, bool IsList);

/// <summary>What is wrong with a template.</summary>
internal sealed record TemplateCheckView(IReadOnlyList<TemplateProblemView> Problems);

/// <summary>One problem.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">A Chinese sentence: what, and what to do.</param>
/// <param name="Paragraph">Which paragraph, from 1; 0 for the file as a whole.</param>
/// <param name="Text">The text concerned.</param>
internal sealed record TemplateProblemView(string Code, string Message, int Paragraph, string Text);
