using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>key add NAME --role ROLE [--body 单位]</c>, <c>key list</c> and <c>key revoke NAME</c>: who may use the service.</summary>
internal static class KeyCommand
{
    /// <summary>The verb.</summary>
    /// <param name="time">The clock that dates keys.</param>
    public static Command Create(TimeProvider time) =>
        new("key", "发放、列出或撤销访问服务的密钥") { Add(time), List(), Revoke(time) };

    private static Command Add(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "使用人的姓名或用途；会写进操作记录" };
        var role = new Option<string>("--role") { Description = "角色：reader（查看一个单位的任务）、drafter（导入、拟稿）或 administrator（管理）", HelpName = "角色", Required = true };
        var body = new Option<string>("--body") { Description = "reader 的单位全称，如 县教体局", HelpName = "单位" };
        var (data, postgres) = (ServiceStoreOptions.DataOption(), ServiceStoreOptions.PostgresOption());
        var command = new Command("add", "发放一把密钥；密钥只显示这一次") { name, role, body, data, postgres };
        command.SetAction((parsed, cancellation) => WithLedger(parsed.GetValue(data), parsed.GetValue(postgres), async ledger =>
        {
            var order = new KeyOrder(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), parsed.GetValue(body) ?? "");
            var made = await AccessKeys.AddAsync(ledger, order, RandomNumberGenerator.Fill, Act(time), cancellation);
            Console.WriteLine(made.Text);
            Console.Error.WriteLine($"这是“{made.Row.Name}”的密钥（{Roles.Chinese(made.Row.Role)}），只显示这一次，请立即妥善保存。丢失后请撤销并另发一把。");
        }, cancellation));
        return command;
    }

    private static Command List()
    {
        var (data, postgres) = (ServiceStoreOptions.DataOption(), ServiceStoreOptions.PostgresOption());
        var command = new Command("list", "列出所有密钥，包括已撤销的") { data, postgres };
        command.SetAction((parsed, cancellation) => WithLedger(parsed.GetValue(data), parsed.GetValue(postgres), async ledger =>
        {
            var keys = await AccessKeys.ListAsync(ledger, cancellation);
            foreach (var key in keys)
                Console.WriteLine(Line(key));
            if (keys.Count == 0)
                Console.WriteLine("还没有密钥。用 key add 发放。");
        }, cancellation));
        return command;
    }

    private static Command Revoke(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "密钥的名称或编号" };
        var (data, postgres) = (ServiceStoreOptions.DataOption(), ServiceStoreOptions.PostgresOption());
        var command = new Command("revoke", "撤销一把密钥；正在运行的服务几秒内就不再认它") { name, data, postgres };
        command.SetAction((parsed, cancellation) => WithLedger(parsed.GetValue(data), parsed.GetValue(postgres), async ledger =>
        {
            var asked = parsed.GetRequiredValue(name);
            var revoked = await AccessKeys.RevokeAsync(ledger, asked, Act(time), cancellation);
            Console.WriteLine(revoked.Count > 0 ? $"已撤销“{revoked[0].Name}”的密钥。" : $"“{asked}”的密钥早已撤销。");
        }, cancellation));
        return command;
    }

    private static Task<int> WithLedger(DirectoryInfo? data, string? postgres, Func<LedgerContext, Task> run, CancellationToken cancellation) =>
        Task.FromResult(Guarded.RunAsync(async () =>
        {
            var store = await ServiceStore.OpenAsync(ServiceStoreOptions.Of(data, postgres), cancellation);
            await using var ledger = store.Open();
            await run(ledger);
            return ExitCodes.Done;
        }));

    private static string Line(AccessKey key)
    {
        var body = key.Body.Length > 0 ? $"（{key.Body}）" : "";
        var state = key.RevokedAt is { } at ? $"，{Day(at)} 撤销" : "";
        return $"{key.Name}  {key.Role}{body}  {Day(key.At)} 由{key.By}发放{state}  {key.Id}";
    }

    private static string Day(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Act Act(TimeProvider time) => new($"{Environment.UserName}（命令行）", time.GetUtcNow());
}
