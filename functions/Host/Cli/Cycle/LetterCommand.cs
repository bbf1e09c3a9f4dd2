using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>letter list|prepare|issue|reply|close|withdraw</c>: the letters that press for tasks.</summary>
internal static class LetterCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time) =>
        new("letter", "督办：该提醒谁、督办谁，拟稿、发出、登记反馈、办结、撤回") { List(time), Prepare(time), Issue(time), Reply(time), Close(time), Withdraw(time) };

    private static Command List(TimeProvider time) => LedgerOptions.Verb("list", "列出该写的函和已有的函", [], time, async (_, session, stop) =>
    {
        var progress = await session.Part<ProgressReader>().LoadAsync((await session.PlanAsync(stop)).Id, stop);
        foreach (var proposal in LetterOrders.Proposals(progress, progress.Letters))
            Console.WriteLine($"该写  {StandingWords.Of(proposal.Step)}  {proposal.Body}  {Matters(progress, proposal.Matters.Select(matter => (matter.TaskId, matter.Due.Day)))}");
        foreach (var letter in progress.Letters)
            Console.WriteLine(Line(progress, letter));
        if (progress.Letters.Count == 0)
            Console.WriteLine("还没有函。用 letter prepare 拟稿。");
        return ExitCodes.Done;
    });

    private static Command Prepare(TimeProvider time)
    {
        var body = new Option<string?>("--body") { Description = "只为一个单位拟稿（全称）", HelpName = "单位" };
        var output = Out();
        return LedgerOptions.Verb("prepare", "为该写的函拟稿，不编号、不发出", [body, output], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var progress = await session.Part<ProgressReader>().LoadAsync(plan.Id, stop);
            var wanted = LetterOrders.Proposals(progress, progress.Letters).Where(proposal => parsed.GetValue(body) is not { Length: > 0 } only || proposal.Body == only)
                .Select(proposal => new ProposalKey(proposal.Step, proposal.Body)).ToList();
            await using var ledger = session.Store.Open();
            var job = await session.Part<LetterDesk>().PrepareAsync(ledger, plan.Id, wanted, session.Act, stop);
            await ledger.SaveChangesAsync(stop);
            if (job is null)
            {
                Console.WriteLine("现在没有该写的函。");
                return ExitCodes.Done;
            }

            return await MadeAsync(await session.RunAsync(job.Id, stop), "拟好", parsed.GetValue(output), session, stop);
        });
    }

    private static Command Issue(TimeProvider time)
    {
        var letters = Letters();
        var on = new Option<DateOnly?>("--on") { Description = "成文日期，如 2021-07-02；不指定为今天", HelpName = "日期" };
        var replyBy = new Option<DateOnly?>("--reply-by") { Description = "反馈截止日期；不指定时按单位设置里的工作日数推算", HelpName = "日期" };
        var to = new Option<string?>("--to") { Description = "发出后归档到哪里：设置中的名称", HelpName = "归档位置" };
        var replaces = new Option<bool>("--replace-hand-edits") { Description = "初稿在 Word 里手工改过、归过档的，不要手改的文字，另做一份" };
        var otherYear = new Option<bool>("--other-year") { Description = "成文日期不在今年，编那一年的文号" };
        var output = Out();
        return LedgerOptions.Verb("issue", "发出：编发文字号，定反馈期限", [letters, on, replyBy, to, replaces, otherYear, output], time, async (parsed, session, stop) =>
        {
            var day = parsed.GetValue(on) ?? ChinaTime.Today(time);
            var place = parsed.GetValue(to) is { Length: > 0 } drive ? new FileRequest(session.Part<DriveBook>().Find(drive).Name, "", false) : null;
            var chosen = await ChooseAsync(parsed.GetRequiredValue(letters), session, stop);
            await using var ledger = session.Store.Open();
            var terms = new IssueTerms(day, parsed.GetValue(replyBy), place, parsed.GetValue(replaces), parsed.GetValue(otherYear));
            var desk = session.Part<LetterDesk>();
            var job = await desk.IssueAsync(ledger, chosen, terms, session.Act, stop);
            if (terms.ReplyBy is null && desk.UnknownYears(job) is { Count: > 0 } years)
                Screen.Warn("calendar-year-unknown", $"工作日历里没有 {string.Join("、", years)} 年的节假日，反馈期限在那一年里只按周末推算。请核对，或用 --reply-by 写明。");
            await ledger.SaveChangesAsync(stop);
            var code = await MadeAsync(await session.RunAsync(job.Id, stop), "发出", parsed.GetValue(output), session, stop);
            if (place is not null)
                await session.RunAllAsync(stop);
            return code;
        });
    }

    private static Command Reply(TimeProvider time)
    {
        var letter = Letter();
        var on = new Option<DateOnly?>("--on") { Description = "反馈日期；不指定为今天", HelpName = "日期" };
        var text = new Option<string>("--text") { Description = "反馈的主要内容", HelpName = "文字", DefaultValueFactory = _ => "" };
        var file = new Option<FileInfo?>("--file") { Description = "复函，存入台账", HelpName = "文件" };
        var done = new Option<string[]>("--done") { Description = "反馈为已完成的任务：编号，可写几个；写“全部”为函里的全部任务", HelpName = "任务", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
        var open = new Option<bool>("--keep-open") { Description = "只登记反馈，暂不办结" };
        var close = new Option<bool>("--close") { Description = "还有任务没有完成也办结" };
        return LedgerOptions.Verb("reply", "登记反馈；函里的任务都完成了的，随即办结", [letter, on, text, file, done, open, close], time, (parsed, session, stop) => ChangeAsync(parsed.GetRequiredValue(letter), session, async (ledger, id) =>
        {
            if (parsed.GetValue(open) && parsed.GetValue(close))
                throw new LedgerException(LedgerCodes.Invalid, "--keep-open 和 --close 不能同时写。请只写一个。");
            var (row, _) = await LetterLife.FindAsync(ledger, id, stop);
            var tasks = DoneIn(row, parsed.GetRequiredValue(done), await session.Part<ProgressReader>().LoadAsync(ledger, row.PlanId, stop));
            var reply = parsed.GetValue(file) is { } given ? await ReportCommand.KeepAsync(given, session, stop) : Evidence.None;
            var taken = new TakenReply(
                new LetterReply(parsed.GetValue(on) ?? ChinaTime.Today(time), parsed.GetRequiredValue(text).Trim(), reply), tasks,
                parsed.GetValue(close) ? true : parsed.GetValue(open) ? false : (bool?)null, session.Act.By);
            await session.Part<ReplyDesk>().RecordAsync(ledger, id, taken, session.Act, stop);
        }, stop));
    }

    private static List<Guid> DoneIn(Letter letter, string[] words, PlanProgress progress)
    {
        var matters = letter.Matters.OrderBy(matter => matter.Ordinal).Select(matter => progress.Find(matter.TaskId)).OfType<TaskProgress>().ToList();
        return [.. words.SelectMany(word => word == "全部" ? matters : matters.FindAll(task => task.Task.Id == word) is { Count: > 0 } meant ? meant
            : throw new LedgerException(LedgerCodes.NotFound, $"这份函里没有任务 {word}，有的是 {string.Join("、", matters.Select(task => task.Task.Id))}。")).Select(task => task.Id).Distinct()];
    }

    private static Command Close(TimeProvider time)
    {
        var letter = Letter();
        return LedgerOptions.Verb("close", "办结一份已反馈的函", [letter], time, (parsed, session, stop) =>
            ChangeAsync(parsed.GetRequiredValue(letter), session, (ledger, id) => LetterLife.CloseAsync(ledger, id, ChinaTime.Today(time), session.Act, stop), stop));
    }

    private static Command Withdraw(TimeProvider time)
    {
        var letter = Letter();
        var reason = new Option<string>("--reason") { Description = "撤回的原因", HelpName = "原因", Required = true };
        return LedgerOptions.Verb("withdraw", "撤回一份函；编过的号作废，不再使用", [letter, reason], time, (parsed, session, stop) => ChangeAsync(parsed.GetRequiredValue(letter), session, async (ledger, id) =>
            await PaperShelf.WithdrawAsync(ledger, (await LetterLife.FindAsync(ledger, id, stop)).Paper.Id, parsed.GetRequiredValue(reason), session.Act, stop), stop));
    }

    private static async Task<int> ChangeAsync(string letter, LedgerSession session, Func<LedgerContext, Guid, Task> change, CancellationToken stop)
    {
        var id = (await ChooseAsync([letter], session, stop))[0];
        await using var ledger = session.Store.Open();
        await change(ledger, id);
        await ledger.SaveChangesAsync(stop);
        var progress = await session.Part<ProgressReader>().LoadAsync((await session.PlanAsync(stop)).Id, stop);
        var changed = progress.Letters.Single(one => one.Letter.Id == id);
        Console.WriteLine(Line(progress, changed));
        if (changed.State is PaperState.Replied or PaperState.Closed && ReplyDesk.OpenOf(progress, changed.Letter) is { Count: > 0 } open)
        {
            Screen.Warn("tasks-open", $"函里还有任务没有完成：{string.Join("、", open.Select(task => task.Task.Id))}。" + (changed.State == PaperState.Closed
                ? "函已办结，任务照样算没有完成；完成后用 report 登记。"
                : "函留在“已反馈”；完成后用 report 登记，再用 letter close 办结，确要现在办结也用 letter close。"));
        }

        return ExitCodes.Done;
    }

    // By the beginning of the identity, or by the issue number; the word 全部 means all drafts.
    private static async Task<List<Guid>> ChooseAsync(string[] words, LedgerSession session, CancellationToken stop)
    {
        var letters = (await session.Part<ProgressReader>().LoadAsync((await session.PlanAsync(stop)).Id, stop)).Letters;
        return [.. words.SelectMany(word =>
        {
            var meant = word == "全部"
                ? letters.Where(letter => letter.State == PaperState.Drafted).ToList()
                : letters.Where(letter => letter.Number == word || letter.Letter.Id.ToString("N").EndsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
            return meant.Count == 1 || (word == "全部" && meant.Count > 0) ? meant.Select(letter => letter.Letter.Id)
                : throw new LedgerException(LedgerCodes.NotFound, meant.Count == 0 ? $"没有“{word}”这份函。用 letter list 查看。" : $"“{word}”指的可能是 {meant.Count} 份函。请把编号写长一些。");
        }).Distinct()];
    }

    private static async Task<int> MadeAsync(Job job, string what, DirectoryInfo? folder, LedgerSession session, CancellationToken stop)
    {
        await using var ledger = session.Store.Open();
        var ids = job.Items.Select(item => item.PaperId).OfType<Guid>().ToList();
        var papers = await ledger.Papers.AsNoTracking().Include(paper => paper.Revisions).Where(paper => ids.Contains(paper.Id)).OrderBy(paper => paper.Path).ToListAsync(stop);
        var numbers = await ledger.Numbers.AsNoTracking().Where(number => ids.Contains(number.PaperId) && number.VoidedBecause == null).ToDictionaryAsync(number => number.PaperId, number => number.Printed, stop);
        foreach (var paper in papers)
        {
            Console.WriteLine($"{what}  {numbers.GetValueOrDefault(paper.Id, "（未编号）")}  {paper.Path}");
            if (folder is not null && paper.Revisions.MaxBy(revision => revision.Number) is { } last)
                await SaveAsync(session, last.Hash, Path.Combine(folder.FullName, paper.Path), stop);
        }

        return LedgerSession.Tell(job);
    }

    /// <summary>Writes a paper from the byte store to a file.</summary>
    public static async Task SaveAsync(LedgerSession session, string hash, string target, CancellationToken stop)
    {
        await using var content = await session.Part<IByteStore>().OpenAsync(hash, stop) ?? throw new LedgerException(LedgerCodes.NotFound, "存放的公文文件不见了。请重新生成。");
        OutputFolder.Guarded(Path.GetFileName(target), () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? "");
            WholeFile.Write(target, content.CopyTo);
            return target;
        });
    }

    private static string Line(PlanProgress progress, KnownLetter letter)
    {
        var row = letter.Letter;
        var reply = row.RepliedOn is { } on ? $"，{on:yyyy-MM-dd} 反馈" : row.ReplyBy is { } by ? $"，{by:yyyy-MM-dd} 前反馈{(letter.State == PaperState.Issued && by < progress.Today ? "（已过期）" : "")}" : "";
        return $"{row.Id.ToString("N")[^8..]}  {StandingWords.Of(letter.State)}  {StandingWords.Of(row.Step)}  {row.Body}  {(letter.Number.Length > 0 ? letter.Number : "（未编号）")}{reply}  {Matters(progress, row.Matters.Select(matter => (matter.TaskId, matter.Due)))}";
    }

    private static string Matters(PlanProgress progress, IEnumerable<(Guid Task, DateOnly Due)> matters) =>
        string.Join("、", matters.Select(matter => $"{progress.Find(matter.Task)?.Task.Id ?? "已取消"}（{matter.Due:yyyy-MM-dd}）"));

    private static Argument<string[]> Letters() => new("LETTER") { Description = "函的编号（letter list 里的末 8 位）或发文字号；写“全部”为所有初稿", Arity = ArgumentArity.OneOrMore };

    private static Argument<string> Letter() => new("LETTER") { Description = "函的编号（letter list 里的末 8 位）或发文字号" };

    private static Option<DirectoryInfo?> Out() => new("--out") { Description = "把做好的公文另存到这个文件夹", HelpName = "文件夹" };
}
