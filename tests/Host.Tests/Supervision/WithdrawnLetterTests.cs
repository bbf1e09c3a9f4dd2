using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using static YiyuanSafety.Host.Tests.Supervision.CycleSteps;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>A letter that is withdrawn while a job is to issue it stays withdrawn, with its reason, and bears no good number.</summary>
public sealed class WithdrawnLetterTests
{
    private const string Reason = "发现不该发";
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 6, 28, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Withdrawn_before_its_turn_it_takes_no_number()
    {
        await using var service = await TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(_time));
        var (plan, letter) = await DraftAsync(service);
        var act = new Act("王五", _time.GetUtcNow());
        Job job;
        await using (var ledger = service.Store.Open())
        {
            // Entered and withdrawn at once: no worker can come in between.
            job = await service.Part<LetterDesk>().IssueAsync(ledger, [letter.Id], new IssueTerms(new DateOnly(2021, 6, 28), null, null), act, TestService.Stop);
            await PaperShelf.WithdrawAsync(ledger, letter.PaperId, Reason, act, TestService.Stop);
            await ledger.SaveChangesAsync(TestService.Stop);
        }

        await service.Part<AnnounceJob>()(job.Id, TestService.Stop);
        var end = await service.EndAsync(await service.GetAsync($"jobs/{job.Id}"));
        Assert.Equal("failed", TestService.Text(end, "state"));
        Assert.Contains($"已经撤回（{Reason}）", TestService.Text(TestService.Items(await service.GetAsync($"jobs/{job.Id}/items"))[0], "error"), StringComparison.Ordinal);
        await StaysWithdrawnAsync(service, plan);
        Assert.Empty(TestService.Items(await service.GetAsync("numbers")));
    }

    [Fact]
    public async Task Withdrawn_while_it_is_made_its_number_is_void()
    {
        var bytes = new Watched();
        await using var service = await TestService.StartAsync("sqlite", null, services =>
        {
            services.AddSingleton<TimeProvider>(_time);
            bytes.Wrap(services);
        });
        var (plan, letter) = await DraftAsync(service);
        bytes.OnPut = async () =>
        {
            await using var ledger = service.Store.Open();
            await PaperShelf.WithdrawAsync(ledger, letter.PaperId, Reason, new Act("王五", _time.GetUtcNow()), TestService.Stop);
            await ledger.SaveChangesAsync(TestService.Stop);
        };

        var end = await service.EndAsync(await service.PostAsync("letters/issue", new { letters = new[] { letter.Id } }, HttpStatusCode.Accepted));

        Assert.Equal("failed", TestService.Text(end, "state"));
        await StaysWithdrawnAsync(service, plan);
        Assert.Equal(Reason, TestService.Text(Assert.Single(TestService.Items(await service.GetAsync("numbers"))), "voidedBecause"));
    }

    [Fact]
    public async Task Only_who_asks_for_a_withdrawn_paper_gets_it_back()
    {
        await using var service = await TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(_time));
        var plan = await service.ImportSampleAsync();
        var order = new { plan, orders = new[] { new { kind = "notice" } } };
        Assert.Equal("done", TestService.Text(await service.DraftAsync(order), "state"));
        var paper = $"documents/{TestService.Text(TestService.Items(await service.GetAsync($"documents?plan={plan}"))[0], "id")}";
        await service.PostAsync($"{paper}/withdraw", new { reason = Reason });

        await service.PostAsync($"{paper}/number", null, HttpStatusCode.Conflict);
        Assert.Equal("withdrawn", TestService.Text(await service.GetAsync(paper), "state"));
        Assert.Equal("done", TestService.Text(await service.DraftAsync(order), "state"));
        Assert.Equal(("drafted", ""), (TestService.Text(await service.GetAsync(paper), "state"), TestService.Text(await service.GetAsync(paper), "withdrawnBecause")));
    }

    private static async Task<(string Plan, Letter Letter)> DraftAsync(TestService service)
    {
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        await MuteAsync(service, plan, task);
        await PrepareAsync(service, plan);
        await using var ledger = service.Store.Open();
        return (plan, await ledger.Letters.SingleAsync(TestService.Stop));
    }

    private static async Task StaysWithdrawnAsync(TestService service, string plan)
    {
        var letter = await LetterAsync(service, plan);
        Assert.Equal(("withdrawn", Reason, "", ""), (TestService.Text(letter, "state"), TestService.Text(letter, "withdrawnBecause"), TestService.Text(letter, "number"), TestService.Text(letter, "issuedOn")));
    }

    /// <summary>A byte store that lets something happen when the next file is put into it.</summary>
    private sealed class Watched : IByteStore
    {
        private IByteStore? _inner;

        public Func<Task>? OnPut { get; set; }

        public void Wrap(IServiceCollection services)
        {
            _inner = services.Last(service => service.ServiceType == typeof(IByteStore)).ImplementationInstance as IByteStore;
            services.AddSingleton<IByteStore>(this);
        }

        public async Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation)
        {
            if (OnPut is { } happens)
            {
                OnPut = null;
                await happens();
            }

            return await _inner!.PutAsync(content, cancellation);
        }

        public Task<Stream?> OpenAsync(string hash, CancellationToken cancellation) => _inner!.OpenAsync(hash, cancellation);

        public Task<string?> TroubleAsync(CancellationToken cancellation) => _inner!.TroubleAsync(cancellation);
    }
}
