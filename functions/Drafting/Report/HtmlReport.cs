using System.Globalization;
using System.Net;
using System.Text;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Report;

/// <summary>
/// A self-contained page on a document: the matrix of bodies and tasks, counts by role, findings with their source sentence,
/// and every task. It needs no script and no network, and prints on A4 landscape.
/// </summary>
public static class HtmlReport
{
    private static readonly (PartyRole Role, string Mark, string Name, string Style)[] Roles =
    [
        (PartyRole.Lead, "牵", "牵头", "lead"), (PartyRole.Responsible, "责", "责任", "resp"),
        (PartyRole.Cooperating, "配", "配合", "coop"), (PartyRole.Guiding, "导", "指导", "guide"),
    ];

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(WorkPointsDocument document, BodyDirectory directory, Stream output)
    {
        var html = new StringBuilder(1 << 16);
        var title = document.Document.Title.Length > 0 ? document.Document.Title : "安全生产工作要点";
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(Text(title)).Append(" 任务分解报告</title><style>").Append(Style).Append("</style></head><body><main>\n");
        Head(html, document, title);
        Findings(html, document);
        Matrix(html, document, BodyRow.All(document, directory));
        Tasks(html, document);
        html.Append("</main></body></html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void Head(StringBuilder html, WorkPointsDocument document, string title)
    {
        var info = document.Document;
        html.Append("<header><h1>").Append(Text(title)).Append("</h1><p>")
            .Append(Text(string.Join("　", new[] { info.Issuer, info.DocumentNumber }.Where(part => !string.IsNullOrEmpty(part))))).Append("</p><ul class=\"facts\"><li><b>")
            .Append(document.Tasks.Count).Append("</b> 项任务</li><li><b>")
            .Append(document.Tasks.SelectMany(task => task.Parties).Where(party => party.Kind == BodyKind.Department).Select(party => party.Canonical).Distinct().Count()).Append("</b> 个单位</li><li><b>")
            .Append(document.Findings.Count(finding => finding.Severity != Severity.Info)).Append("</b> 处待核对</li></ul></header>\n");
    }

    private static void Findings(StringBuilder html, WorkPointsDocument document)
    {
        html.Append("<section><h2>问题提示</h2>");
        if (document.Findings.Count == 0)
        {
            html.Append("<p>没有发现需要核对的问题。</p></section>\n");
            return;
        }

        html.Append("<table class=\"list\"><thead><tr><th scope=\"col\">程度</th><th scope=\"col\">位置</th><th scope=\"col\">问题</th><th scope=\"col\">原文</th></tr></thead><tbody>");
        foreach (var finding in document.Findings.OrderByDescending(finding => finding.Severity))
        {
            var (name, style) = finding.Severity switch
            {
                Severity.Error => ("错误", "error"),
                Severity.Warning => ("请核对", "warn"),
                _ => ("说明", "info"),
            };
            html.Append("<tr><td><span class=\"tag ").Append(style).Append("\">").Append(name).Append("</span></td><td class=\"place\">").Append(Text(finding.Location));
            if (finding.Task is { } task)
                html.Append("<br>").Append(Link(task));
            html.Append("</td><td>").Append(Text(finding.Message)).Append("</td><td class=\"source\">").Append(Text(Shorten(finding.Source))).Append("</td></tr>");
        }

        html.Append("</tbody></table></section>\n");
    }

    private static void Matrix(StringBuilder html, WorkPointsDocument document, IReadOnlyList<BodyRow> rows)
    {
        if (rows.Count == 0)
            return;
        html.Append("<section class=\"wide\"><h2>单位与任务</h2><p class=\"key\">");
        foreach (var (_, mark, name, style) in Roles)
            html.Append("<span class=\"mark ").Append(style).Append("\">").Append(mark).Append("</span>").Append(name).Append('　');
        html.Append("<span class=\"mark resp group\">责</span>经由“各有关部门”等统称承担</p><div class=\"scroll\"><table class=\"matrix\"><thead><tr><th scope=\"col\" class=\"body\">单位</th>");
        foreach (var (_, _, name, _) in Roles)
            html.Append("<th scope=\"col\" class=\"count\">").Append(name).Append("</th>");
        html.Append("<th scope=\"col\" class=\"count\">统称</th>");
        foreach (var task in document.Tasks)
            html.Append("<th scope=\"col\" title=\"").Append(Text(task.Title)).Append("\"><div>").Append(Link(task.Id)).Append("</div></th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr><th scope=\"row\" class=\"body\">").Append(Text(row.Name)).Append("</th>");
            foreach (var (role, _, _, _) in Roles)
                html.Append("<td class=\"count\">").Append(Number(row.Parts.Values.Count(part => !part.ThroughGroup && part.Role == role))).Append("</td>");
            html.Append("<td class=\"count\">").Append(Number(row.Parts.Values.Count(part => part.ThroughGroup))).Append("</td>");
            foreach (var task in document.Tasks)
            {
                html.Append("<td>");
                if (row.Parts.TryGetValue(task.Id, out var part))
                {
                    var role = Roles.First(role => role.Role == part.Role);
                    html.Append("<span class=\"mark ").Append(role.Style).Append(part.ThroughGroup ? " group" : "").Append("\">").Append(role.Mark).Append("</span>");
                }

                html.Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div></section>\n");
    }

    private static void Tasks(StringBuilder html, WorkPointsDocument document)
    {
        html.Append("<section><h2>任务</h2>");
        var section = (string?)null;
        foreach (var task in document.Tasks)
        {
            if (task.Section != section && task.Section.Length > 0)
                html.Append("<h3>").Append(Text(task.Section)).Append("</h3>");
            section = task.Section;
            html.Append("<article id=\"t").Append(Text(task.Id)).Append("\"><h4><span class=\"id\">").Append(Text(task.Id)).Append("</span> ").Append(Text(task.Title)).Append("</h4><p>").Append(Text(task.Text)).Append("</p><dl>");
            foreach (var (role, _, name, style) in Roles)
            {
                var parties = task.Parties.Where(party => party.Role == role).ToList();
                if (parties.Count == 0)
                    continue;
                html.Append("<dt><span class=\"mark ").Append(style).Append("\">").Append(name).Append("</span></dt><dd>")
                    .AppendJoin('、', parties.Select(party => Text(party.Canonical) + (party.NeedsReview ? "<em>（原文：" + Text(party.Mention) + "，请核对）</em>" : ""))).Append("</dd>");
            }

            Detail(html, "时限", task.Deadlines.Select(deadline => deadline.Text));
            Detail(html, "频次", task.Recurrence.Select(recurrence => recurrence.Text));
            Detail(html, "指标", task.Measures.Select(measure => measure.Text));
            Detail(html, "成果", task.Deliverables.Select(deliverable => deliverable.Text));
            html.Append("</dl><p class=\"source\">原文（").Append(Text(task.Location)).Append("）：").Append(Text(task.Responsibility)).Append("</p></article>\n");
        }

        html.Append("</section>");
    }

    private static void Detail(StringBuilder html, string name, IEnumerable<string> values)
    {
        var list = values.Select(Text).ToList();
        if (list.Count > 0)
            html.Append("<dt>").Append(name).Append("</dt><dd>").AppendJoin("；", list).Append("</dd>");
    }

    private static string Link(string task) => $"<a href=\"#t{Text(task)}\">{Text(task)}</a>";

    private static string Number(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 160 ? text : text[..160] + "……";

    // The encoder would turn Chinese outside the basic plane into entities; only mark-up needs care.
    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    private const string Style = """
        :root{--ink:#1d2330;--soft:#565f70;--line:#d9dee7;--lead:#b3261e;--resp:#0b57a4;--coop:#1b6b3a;--guide:#6b3fa0}
        *{box-sizing:border-box}body{margin:0;color:var(--ink);background:#f5f6f8;font:15px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
        main{max-width:1180px;margin:0 auto;padding:24px}header,section{background:#fff;border:1px solid var(--line);border-radius:8px;padding:20px 24px;margin-bottom:20px}
        h1{font-size:24px;margin:0}h2{font-size:19px;margin:0 0 12px}h3{font-size:16px;margin:24px 0 8px;padding-bottom:4px;border-bottom:2px solid var(--line)}h4{font-size:15px;margin:0 0 4px}
        header p{margin:4px 0 12px;color:var(--soft)}.facts{display:flex;gap:32px;list-style:none;margin:0;padding:0}.facts b{font-size:24px}
        table{border-collapse:collapse}.list{width:100%}.list th,.list td{border-bottom:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}.place{white-space:nowrap}
        .source{color:var(--soft);font-size:13px}.tag{display:inline-block;border-radius:4px;padding:0 6px;white-space:nowrap;color:#fff;background:#4b5563;font-size:13px}.tag.warn{background:#8a4b00}.tag.error{background:#b3261e}
        .scroll{overflow-x:auto}.matrix{font-size:12px}.matrix th,.matrix td{border:1px solid var(--line);padding:1px 2px;text-align:center;min-width:22px;height:24px}
        .matrix .body{position:sticky;left:0;background:#fff;text-align:left;white-space:nowrap;padding:1px 8px;font-weight:normal;font-size:13px}.matrix thead th{background:#eef1f5;font-weight:normal;vertical-align:bottom}.matrix thead .body{background:#eef1f5}
        .matrix thead div{writing-mode:vertical-rl;margin:auto}.count{min-width:34px;background:#fafbfc}a{color:var(--resp);text-decoration:none}a:hover{text-decoration:underline}
        .mark{display:inline-block;border-radius:3px;padding:0 3px;color:#fff}.lead{background:var(--lead)}.resp{background:var(--resp)}.coop{background:var(--coop)}.guide{background:var(--guide)}
        .mark.group{color:var(--ink);background:#fff;outline:1px solid #8d97a8}article{border-bottom:1px solid var(--line);padding:12px 0}article p{margin:4px 0}.id{color:var(--soft)}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 10px;margin:6px 0}dt,dd{margin:0}.key{font-size:13px;color:var(--soft)}
        @media print{@page{size:A4 landscape;margin:12mm}body{background:#fff;font-size:11px}main{max-width:none;padding:0}header,section{border:0;padding:0 0 8px}.scroll{overflow:visible}.matrix{font-size:7px}.matrix th,.matrix td{min-width:0;padding:0;height:auto}.matrix .body{position:static;font-size:8px;padding:0 2px}.count{min-width:0}thead{display:table-header-group}tr,article{break-inside:avoid}.mark{print-color-adjust:exact;-webkit-print-color-adjust:exact;padding:0 1px}}
        """;
}
