using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Api.Description;

/// <summary>docs/api.md: every endpoint with role, limits and errors, taken from the description so that it cannot drift.</summary>
internal static class ApiTable
{
    private const string Head = """
        # 接口一览

        本页由程序按接口说明（`addin/src/api/openapi.json`）生成，请不要手改。服务运行时，`/api/docs` 有可以翻阅、试用的版本。

        - 请求和回答都是 JSON（下载的文件除外）。没有值的成员写作 `null`，不省略；不认识的成员会被拒绝。
        - 每个回答都有请求编号 `X-Request-Id`。错误是 RFC 9457 problem details，另有 `code`（不变的代码）和 `requestId`；`detail` 是可以直接给人看的中文。
        - 列表按页给出：`items`、`next`（下一页的 `cursor`，没有了就是 `null`）、`total`。`limit` 是 1 至 500，默认 100。
        - POST 可以带 `Idempotency-Key`：连接断了就原样重发，只会执行一次。代码保留 24 小时。
        - 读取一行时回答里有 `ETag`；修改时要放进 `If-Match`。别人先改了就是 412，`current` 里是现在的内容。

        """;

    /// <summary>Writes the page.</summary>
    /// <param name="openApi">The description.</param>
    public static string Of(JsonNode openApi)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append(CultureInfo.InvariantCulture, $"- 每个用户每分钟最多 {Rates.PerMinute} 次请求，一下子最多 {Rates.Burst} 次，可在设置里改；超过了就是 429，`Retry-After` 说明要等几秒。\n\n");
        page.Append("| 接口 | 作用 | 至少的角色 | 限制 | 错误 |\n|---|---|---|---|---|\n");
        var statuses = new SortedSet<int>();
        foreach (var (path, operations) in openApi["paths"]?.AsObject() ?? [])
        {
            foreach (var (method, operation) in operations?.AsObject() ?? [])
            {
                var errors = Errors(operation);
                statuses.UnionWith(errors);
                page.Append(CultureInfo.InvariantCulture, $"| `{method.ToUpperInvariant()} {path}` | {operation?["summary"]} | {RoleOf(operation)} | {LimitOf(operation)} | {string.Join(' ', errors)} |\n");
            }
        }

        page.Append("\n| 错误 | 意思 |\n|---|---|\n");
        foreach (var status in statuses)
            page.Append(CultureInfo.InvariantCulture, $"| {status} | {ProblemAnswers.TitleOf(status)} |\n");
        return page.ToString();
    }

    private static RateSettings Rates { get; } = new();

    private static List<int> Errors(JsonNode? operation) =>
        [.. (operation?["responses"]?.AsObject() ?? []).Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture)).Where(status => status >= 400).Order()];

    private static string RoleOf(JsonNode? operation) =>
        operation?[ApiDescription.Role]?.GetValue<string>() is { } role ? $"{Roles.Chinese(role)} `{role}`" : "不必登录";

    private static string LimitOf(JsonNode? operation) =>
        operation?[ApiDescription.MostBytes]?.GetValue<long>() is { } most ? $"请求体最大 {most / 1024 / 1024} MB" : "";
}
