using System.Text;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>Tries everything that filing into a library needs.</summary>
internal sealed class GraphChecks(GraphDrive drive, GraphLibrary library, GraphColumns columns, GraphUpload upload)
{
    private const long Least = 100L << 20;
    private static readonly string[] Wanted = ["文号", "文种", "主送", "成文日期", "密级"];
    private readonly List<DriveCheck> _checks = [];

    /// <summary>Tries it, in the order in which one thing needs the other; after the first that fails the rest cannot work.</summary>
    /// <param name="root">The library's folder that everything lies in; empty for its root.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<DriveCheck>> RunAsync(string root, CancellationToken cancellation)
    {
        var folder = $"归档检查-{Guid.NewGuid():N}";
        var probe = $"{folder}/检查.txt";
        DriveFile? file = null;
        if (!await TryAsync("登录并打开文档库", () => library.AddressAsync(cancellation)))
            return _checks;
        var works = await TryAsync("新建文件夹、写入文件", async () => file = await drive.PutAsync(new DrivePut(probe, Content("一"), null), cancellation))
            && await TryAsync("改写文件（生成新版本）", async () => file = await drive.PutAsync(new DrivePut(probe, Content("二"), file?.Version), cancellation))
            && await TryAsync("大文件分段上传", () => upload.TryBeginAsync(Below(root, $"{folder}/检查-大文件.pdf"), Content("三"), cancellation))
            && await TryAsync("列出文件", () => new GraphListing(library).TryAsync(cancellation));
        if (works && file is not null)
        {
            await ColumnsAsync(file, Below(root, probe), cancellation);
            await LinkAsync(probe, cancellation);
            await RoomAsync(cancellation);
        }

        await RemoveAsync(Below(root, folder), cancellation);
        return _checks;
    }

    private async Task<bool> TryAsync<T>(string name, Func<Task<T>> act, CheckOutcome otherwise = CheckOutcome.Fails, string advice = "")
    {
        try
        {
            await act();
            _checks.Add(new DriveCheck(name, CheckOutcome.Works, ""));
            return true;
        }
        catch (DriveException e)
        {
            _checks.Add(new DriveCheck(name, otherwise, advice.Length > 0 ? advice : e.Message));
            return false;
        }
    }

    private async Task ColumnsAsync(DriveFile file, string probe, CancellationToken cancellation)
    {
        IReadOnlyList<string> missing = [];
        var isSeen = await TryAsync("查看文档库的栏目", async () => missing = [.. Wanted.Except((await columns.KnownAsync(cancellation)).Keys)], CheckOutcome.Missing,
            "看不到文档库的栏目，归档时不填文号、主送等栏。请让 Microsoft 365 管理员确认本程序在这个站点上有 write 权限。");
        if (!isSeen)
            return;
        if (missing.Count > 0)
            _checks.Add(new DriveCheck("填写栏目", CheckOutcome.Missing, $"文档库里没有{string.Join("、", missing.Select(name => $"“{name}”"))}这{missing.Count}栏，归档时不填。请文档库的所有者在“文档库设置 → 创建栏”中添加（单行文本；成文日期可用日期和时间）。"));
        if (missing.Count < Wanted.Length)
        {
            var values = Wanted.Except(missing).ToDictionary(name => name, name => name == "成文日期" ? "2021-03-05" : name == "密级" ? "无" : "检查");
            await TryAsync($"填写{string.Join("、", values.Keys)}", async () =>
            {
                await drive.DescribeAsync(file, Content("二"), values, cancellation);
                return await columns.SayAsync(probe, values, cancellation) ? true : throw new DriveException(DriveCodes.Denied,
                    "栏目写不进去，归档时不填。请文档库的所有者核对各栏是否为单行文本（密级如为选项，要有“无”；成文日期可用日期和时间），有没有设为必须唯一。");
            }, CheckOutcome.Missing);
        }
    }

    private Task<bool> LinkAsync(string probe, CancellationToken cancellation) =>
        TryAsync("生成单位内部的共享链接", () => drive.ShareAsync(probe, cancellation), CheckOutcome.Missing,
            "不能生成共享链接，归档后给出的是文件在文档库里的地址，有权限看文档库的人能打开。需要链接的，请 SharePoint 管理员在站点的共享策略中允许“组织内的人员”。");

    private Task<bool> RoomAsync(CancellationToken cancellation) => TryAsync("剩余空间", async () =>
    {
        // Not every site tells its room.
        var left = (await library.DriveAsync(cancellation)).Quota?.Remaining ?? long.MaxValue;
        return left >= Least ? true : throw new DriveException(DriveCodes.Full, $"只剩 {left >> 20} MB。请让 SharePoint 管理员清理或增加站点的存储配额，以免归档中途写满。");
    }, CheckOutcome.Missing);

    private Task<bool> RemoveAsync(string folder, CancellationToken cancellation) => TryAsync("删除检查用的文件", async () =>
    {
        if (await library.FindAsync(folder, cancellation) is not null)
            await library.RemoveAsync(folder, cancellation);
        return true;
    }, CheckOutcome.Missing, $"检查用的文件夹“{folder}”删不掉，不影响归档。请手工删除它。");

    private static string Below(string root, string place) => root.Length > 0 ? $"{root}/{place}" : place;

    private static DriveContent Content(string text) => DriveContent.Of(Encoding.UTF8.GetBytes(text));
}
