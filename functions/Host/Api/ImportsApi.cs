using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Documents that are brought in, and what is to be checked in them.</summary>
internal static class ImportsApi
{
    private const string AnyFile = "application/octet-stream";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("导入");
        imports.MapPost("/", ImportAsync).Accepts<Stream>(AnyFile).TakesFiles(api).As("importDocument", "导入工作要点文件：请求体就是文件；给出 plan 则作为它的修订", Roles.Drafter, 400, 404, 409, 413);
        imports.MapGet("/", ListAsync).Kept().As("listImports", "列出导入过的文件，最新的在前", Roles.Drafter, 400);
        imports.MapGet("/{id:guid}", GetAsync).Kept().As("getImport", "一次导入", Roles.Drafter, 404);
        imports.MapGet("/{id:guid}/source", SourceAsync).Produces<Stream>(StatusCodes.Status200OK, AnyFile).As("getSource", "导入时的原文件", Roles.Drafter, 404);
        imports.MapGet("/{id:guid}/findings", FindingsAsync).Kept().As("listFindings", "问题提示，按原文的顺序", Roles.Drafter, 400, 404);
        api.MapPost("/findings/{id:long}/settle", SettleAsync).WithTags("导入").As("settleFinding", "标记一处问题已核对", Roles.Drafter, 404);
    }

    private static async Task<Accepted<JobView>> ImportAsync(
        string name, Guid? plan, Stream body, LedgerStore store, IByteStore bytes, ServiceLimits limits, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var file = Upload.FileName(name);
        var (hash, length) = await bytes.PutAsync(new LimitedStream(body, limits.MaxUploadBytes), http.RequestAborted);
        var act = new Act(caller.Name, time.GetUtcNow());
        var id = await OnceOnly.RunAsync(http, caller, store, time, $"{plan} {file} {hash}", async ledger =>
        {
            if (plan is { } revised)
                await PlansApi.FindAsync(ledger, revised, http.RequestAborted);
            return (await ImportOrders.AddAsync(ledger, new SourceFile(file, hash, length), plan, act, http.RequestAborted)).Id;
        });
        return await JobsApi.AcceptAsync(store, announce, id, http.RequestAborted);
    }

    private static async Task<Ok<Page<ImportView>>> ListAsync(LedgerStore store, Guid? plan, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var wanted = ledger.Imports.AsNoTracking().Where(import => plan == null || import.PlanId == plan);
        var (rows, next, total) = await Pages.NewestFirstAsync(wanted.Include(import => import.Findings), cursor, limit, cancellation);
        return TypedResults.Ok(new Page<ImportView>(rows.ConvertAll(row => ImportView.Of(row, row.Findings.Count)), next, total));
    }

    private static async Task<Ok<ImportView>> GetAsync(Guid id, LedgerStore store, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var import = await FindAsync(ledger, id, cancellation);
        return TypedResults.Ok(ImportView.Of(import, import.Findings.Count));
    }

    private static async Task<FileStreamHttpResult> SourceAsync(Guid id, LedgerStore store, IByteStore bytes, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var import = await FindAsync(ledger, id, cancellation);
        var content = await bytes.OpenAsync(import.Hash, cancellation) ?? throw new LedgerException(LedgerCodes.NotFound, "存放的原文件不见了。请重新上传。");
        return TypedResults.Stream(content, AnyFile, import.FileName, import.At);
    }

    private static async Task<Ok<Page<FindingView>>> FindingsAsync(Guid id, LedgerStore store, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var import = await FindAsync(ledger, id, cancellation);
        var plan = await PlansApi.FindAsync(ledger, import.PlanId, cancellation);
        var bodies = await ledger.Bodies.AsNoTracking().Where(body => body.County == plan.County).OrderBy(body => body.Ordinal).ToListAsync(cancellation);
        var meant = await MeantAsync(ledger, import.PlanId, cancellation);
        return TypedResults.Ok(Pages.Of(
            [.. import.Findings.OrderBy(finding => finding.Ordinal).Select(finding => FindingView.Of(finding, Doubt(finding, bodies, meant)))], cursor, limit));
    }

    private static async Task<Ok<FindingView>> SettleAsync(long id, LedgerStore store, Caller caller, TimeProvider time, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var finding = await ledger.Set<ImportFinding>().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这处问题提示，可能列表已过时。请刷新后重试。");
        Correcting.Settle(ledger, finding, new Act(caller.Name, time.GetUtcNow()));
        await ledger.SaveChangesAsync(cancellation);
        return TypedResults.Ok(FindingView.Of(finding, null));
    }

    private static async Task<Import> FindAsync(LedgerContext ledger, Guid id, CancellationToken cancellation) =>
        await ledger.Imports.AsNoTracking().Include(one => one.Findings).SingleOrDefaultAsync(one => one.Id == id, cancellation)
        ?? throw new LedgerException(LedgerCodes.NotFound, "没有这次导入，可能列表已过时。请刷新后重试。");

    // What the reader took each doubtful name for.
    private static async Task<Dictionary<string, string>> MeantAsync(LedgerContext ledger, Guid planId, CancellationToken cancellation)
    {
        var doubtful = await ledger.Tasks.Where(task => task.PlanId == planId && task.State == TaskState.Open)
            .SelectMany(task => task.Parties.Where(party => party.NeedsReview))
            .Select(party => new { party.Mention, party.Body })
            .ToListAsync(cancellation);
        return doubtful.GroupBy(party => party.Mention, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Body, StringComparer.Ordinal);
    }

    private static DoubtView? Doubt(ImportFinding finding, List<Body> bodies, Dictionary<string, string> meant)
    {
        if (finding.Mention is not { } mention)
            return null;
        var first = meant.TryGetValue(mention, out var body) ? body : mention;
        return new DoubtView(mention, [.. Likeness.Nearest(mention, bodies.Select(one => one.Name)).Prepend(first).Distinct(StringComparer.Ordinal)]);
    }
}
