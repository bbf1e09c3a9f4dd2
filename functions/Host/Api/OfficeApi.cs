using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Web;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>The office: who calls, what the service can do, the directory of bodies, the templates.</summary>
internal static class OfficeApi
{
    private const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/info", Info).WithTags("服务").WithName("getInfo").WithSummary("版本和能力，不必登录").AllowAnonymous();
        api.MapGet("/me", Me).WithTags("服务").As("getMe", "当前用户", Roles.Reader);
        api.MapGet("/directory", DirectoryAsync).WithTags("单位名录").Kept().As("getDirectory", "单位名录", Roles.Reader);
        api.MapPatch("/directory/bodies/{id:guid}", EditBodyAsync).WithTags("单位名录").As("editBody", "修改单位的别名、称谓、组别；要在 If-Match 里写明看到的版本", Roles.Administrator, 400, 404, 412, 428);
        var templates = api.MapGroup("/templates").WithTags("模板");
        templates.MapGet("/", Templates).As("listTemplates", "列出模板", Roles.Reader);
        templates.MapGet("/{kind}/fields", Fields).As("listTemplateFields", "模板可以用的字段", Roles.Reader, 404);
        templates.MapGet("/{kind}/file", TemplateFile).Produces<Stream>(StatusCodes.Status200OK, WordFile).As("getTemplate", "下载现用的模板", Roles.Drafter, 404);
        templates.MapPost("/{kind}/check", CheckAsync).Accepts<Stream>(WordFile).TakesFiles(api).As("checkTemplate", "检查自己改的模板：请求体就是 .docx", Roles.Drafter, 404, 413);
    }

    private static Ok<InfoView> Info(ServiceLimits limits, AccessSettings access, AddinSettings addin) => TypedResults.Ok(new InfoView(
        ProgramVersion.Text,
        limits.MaxUploadBytes,
        OfficeProgram.Find() is not null,
        access.Word,
        addin.OfficeJs.AbsoluteUri,
        EntraView.Of(addin.Entra)));

    private static Ok<MeView> Me(Caller caller) => TypedResults.Ok(new MeView(caller.Name, caller.Role, caller.Body));

    private static async Task<Ok<DirectoryView>> DirectoryAsync(LedgerStore store, Basis basis, string? county, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var wanted = county is { Length: > 0 } ? county : basis.County;
        var bodies = await ledger.Bodies.AsNoTracking().Where(body => body.County == wanted).OrderBy(body => body.Ordinal).ToListAsync(cancellation);
        var groups = await ledger.Groups.AsNoTracking().Where(group => group.County == wanted).OrderBy(group => group.Ordinal).ToListAsync(cancellation);
        return TypedResults.Ok(new DirectoryView(wanted, bodies.ConvertAll(BodyView.Of), groups.ConvertAll(group => new GroupView(group.Name, group.Aliases))));
    }

    private static async Task<Results<Ok<BodyView>, ProblemHttpResult>> EditBodyAsync(
        Guid id, BodyChange change, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        var seen = RowVersion.Seen(http.Request);
        var edit = new BodyEdit(change.Reason) { Addressee = change.Addressee, Aliases = change.Aliases, Groups = change.Groups };
        try
        {
            await using var ledger = store.Open();
            var body = await BodyEditing.ApplyAsync(ledger, id, seen, edit, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            RowVersion.Tell(http.Response, body.Version);
            return TypedResults.Ok(BodyView.Of(body));
        }
        catch (LedgerException e) when (e.Code == LedgerCodes.Stale)
        {
            await using var ledger = store.Open();
            var body = await ledger.Bodies.AsNoTracking().SingleAsync(one => one.Id == id, http.RequestAborted);
            RowVersion.Tell(http.Response, body.Version);
            return ProblemAnswers.Stale(e.Message, BodyView.Of(body));
        }
    }

    private static Ok<Page<TemplateView>> Templates() =>
        TypedResults.Ok(Pages.Of([.. PaperKinds.All.Select(row => new TemplateView(row.Id, row.Name, row.File))], null, null));

    private static Ok<Page<FieldView>> Fields(string kind) => TypedResults.Ok(Pages.Of(
        [.. TemplateFields.Of(Find(kind).Model).Select(field => new FieldView(field.Name, field.Meaning, field.Sample, field.IsList))], null, Pages.Most));

    private static FileStreamHttpResult TemplateFile(string kind, Basis basis)
    {
        var row = Find(kind);
        return TypedResults.Stream(basis.OpenTemplate(row.File), WordFile, row.File);
    }

    private static async Task<Ok<TemplateCheckView>> CheckAsync(string kind, Stream body, ServiceLimits limits, CancellationToken cancellation)
    {
        var row = Find(kind);
        using var file = new MemoryStream();
        await new LimitedStream(body, limits.MaxUploadBytes).CopyToAsync(file, cancellation);
        file.Position = 0;
        return TypedResults.Ok(new TemplateCheckView(
            [.. TemplateCheck.Of(file, row.File, row.Model).Select(problem => new TemplateProblemView(problem.Code, problem.ToString(), problem.Paragraph, problem.ParagraphText))]));
    }

    private static WordKind Find(string kind) => PaperKinds.Find(kind)
        ?? throw new LedgerException(LedgerCodes.NotFound, $"没有“{kind}”这种模板。种类有：{string.Join("、", PaperKinds.All.Select(row => row.Id))}。");
}
