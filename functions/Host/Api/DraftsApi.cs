using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Api;

/// <summary>One paper, looked at or inserted before it is a document of the ledger. Nothing is stored and no number is taken.</summary>
internal static class DraftsApi
{
    private const string Pdf = "application/pdf";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/drafts").WithTags("当前文档");
        drafts.MapPost("/outline", OutlineAsync).As("outlineDraft", "一份公文的逐行预览，不存放、不编号", Roles.Drafter, 400, 404, 409);
        drafts.MapPost("/pdf", PdfAsync).Produces<Stream>(StatusCodes.Status200OK, Pdf).As("previewDraft", "一份公文的 PDF 预览（服务器上要有 LibreOffice），不存放、不编号", Roles.Drafter, 400, 404, 409, 501);
        drafts.MapPost("/file", FileAsync).Produces<Stream>(StatusCodes.Status200OK, Upload.WordFile).As("getDraftFile", "一份公文的 .docx，不存放、不编号", Roles.Drafter, 400, 404, 409);
        drafts.MapPost("/fragment", FragmentAsync).As("getDraftFragment", "一份公文的正文，供插入到光标处，不存放、不编号", Roles.Drafter, 400, 404, 409, 422);
    }

    private static async Task<Ok<DraftOutlineView>> OutlineAsync(DraftOneRequest request, SingleDrafts drafts, CancellationToken cancellation)
    {
        var draft = await drafts.MakeAsync(request.Plan, request.Order, request.Number, cancellation);
        var outline = PaperOutline.Of(draft.Docx, draft.Name);
        return TypedResults.Ok(new DraftOutlineView(
            draft.Name, outline.Title, draft.Kind.Name, draft.BearsNumber, [.. outline.Lines.Select(line => new OutlineLineView(line.Style, line.Text))], OfficeProgram.Find() is not null));
    }

    private static async Task<FileContentHttpResult> PdfAsync(DraftOneRequest request, SingleDrafts drafts, Previews previews, CancellationToken cancellation)
    {
        var draft = await drafts.MakeAsync(request.Plan, request.Order, request.Number, cancellation);
        return TypedResults.File(await previews.OfAsync(Convert.ToHexStringLower(SHA256.HashData(draft.Docx)), draft.Name, new MemoryStream(draft.Docx), cancellation), Pdf);
    }

    private static async Task<FileContentHttpResult> FileAsync(DraftOneRequest request, SingleDrafts drafts, CancellationToken cancellation)
    {
        var draft = await drafts.MakeAsync(request.Plan, request.Order, request.Number, cancellation);
        return TypedResults.File(draft.Docx, Upload.WordFile, draft.Name);
    }

    private static async Task<Ok<FragmentView>> FragmentAsync(DraftOneRequest request, SingleDrafts drafts, CancellationToken cancellation)
    {
        var draft = await drafts.MakeAsync(request.Plan, request.Order, request.Number, cancellation);
        var fragment = PaperFragment.Of(draft.Docx);
        return TypedResults.Ok(new FragmentView(fragment.Ooxml, fragment.Record, fragment.Text, PaperOutline.Of(draft.Docx, draft.Name).Title));
    }
}
