using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>All kinds, with short, extreme and no data.</summary>
public sealed class EveryKindTests
{
    public static TheoryData<PaperKind, string, bool> All
    {
        get
        {
            var all = new TheoryData<PaperKind, string, bool>();
            foreach (var row in PaperKinds.All)
            {
                foreach (var size in Orders.Sizes)
                {
                    foreach (var sealing in new[] { true, false })
                    {
                        if (Orders.Of(row.Kind, size) is not null)
                            all.Add(row.Kind, size, sealing);
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_paper_is_a_valid_document_that_says_all_it_was_given(PaperKind kind, string size, bool sealing)
    {
        var docx = Make(kind, size, sealing);

        var faults = PaperText.Faults(new MemoryStream(docx));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(5)));
        var text = PaperText.Of(new MemoryStream(docx));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        if (size == "extreme")
        {
            Assert.Contains(Orders.Odd, text, StringComparison.Ordinal);
            if (kind is PaperKind.Notice or PaperKind.SupervisionLetter or PaperKind.ListedNotice)
                Assert.Contains("任务“300”]]>😀", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_paper_can_be_refreshed(PaperKind kind, string size, bool sealing)
    {
        var request = Orders.Request(size) with { Profile = Orders.Request(size).Profile with { Seal = sealing } };

        var result = PaperRefresh.Run(Make(kind, size, sealing), request, PaperText.Templates, []);

        Assert.Null(result.Write);
        Assert.False(result.OutsideChanged);
        Assert.All(result.Regions, region => Assert.Equal(RegionState.Current, region.State));
    }

    [Fact]
    public void Every_kind_has_its_row_its_template_and_its_order()
    {
        Assert.Equal(Enum.GetValues<PaperKind>().Where(kind => kind != PaperKind.Ledger).Order(), PaperKinds.All.Select(row => row.Kind).Order());
        Assert.Equal(PaperKinds.All.Count, PaperKinds.All.Select(row => row.File).Distinct().Count());
        Assert.All(PaperKinds.All, row => Assert.Same(row, PaperKinds.Find(row.Name)));
        Assert.All(PaperKinds.All, row => Assert.NotNull(Orders.Of(row.Kind, "short")));
    }

    [Fact]
    public void Too_many_addressees_move_to_the_foot_so_that_the_first_page_shows_text()
    {
        var text = PaperText.Of(new MemoryStream(Make(PaperKind.Notice, "extreme", true)));

        Assert.DoesNotContain("\n1号", text, StringComparison.Ordinal);
        Assert.Contains("主送：1号", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_are_numbered_where_there_are_several()
    {
        var order = new PaperOrder(PaperKind.Notice) { Elements = new PaperElements { Attachments = ["名单"] } };

        var text = PaperText.Of(new MemoryStream(Make(order, SmallDocument.Request)));

        Assert.Contains("\n附件：1.清水县2022年安全生产工作要点任务分工表\n2.名单\n", text, StringComparison.Ordinal);
        Assert.Contains("\n附件1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tasks_make_one_letter_and_a_table_where_they_are_many()
    {
        var two = PaperText.Of(new MemoryStream(Make(new PaperOrder(PaperKind.ReminderLetter) { Tasks = ["1.2", "2.1"] }, SmallDocument.Request)));
        Assert.Contains("关于提醒做好“落实企业主体责任”等2项任务落实工作的函", two.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("2.排查校车隐患。（责任分工：县教育和体育局、县公安局分别牵头，县应急局指导；任务编号：2.1）", two, StringComparison.Ordinal);
        Assert.DoesNotContain("附件", two, StringComparison.Ordinal);

        var four = PaperText.Of(new MemoryStream(Make(new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1", "1.2", "2.1", "3.1"] }, SmallDocument.Request)));
        Assert.Contains("督办事项共4项，详见附件。", four, StringComparison.Ordinal);
        Assert.Contains("\n附件：督办事项清单\n", four, StringComparison.Ordinal);
        Assert.Contains("4│（3.1）│抓好值班值守。", four, StringComparison.Ordinal);
    }

    [Fact]
    public void On_preprinted_paper_the_place_of_the_head_stays_empty()
    {
        var request = SmallDocument.Request with { Profile = SmallDocument.Profile with { PreprintedHead = true } };

        var text = PaperText.Of(new MemoryStream(Make(new PaperOrder(PaperKind.Notice), request)));

        Assert.StartsWith("清安委发〔2022〕　号\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_serial_that_was_taken_is_printed_without_leading_zeros()
    {
        var order = new PaperOrder(PaperKind.Notice) { Elements = new PaperElements { Serial = 7 } };

        Assert.Contains("清安委发〔2022〕7号", PaperText.Of(new MemoryStream(Make(order, SmallDocument.Request))), StringComparison.Ordinal);
    }

    internal static byte[] Make(PaperKind kind, string size, bool sealing)
    {
        var request = Orders.Request(size);
        var order = Orders.Of(kind, size) ?? throw new InvalidOperationException("no such order");
        return Make(order, request with { Profile = request.Profile with { Seal = sealing } });
    }

    private static byte[] Make(PaperOrder order, PaperRequest request)
    {
        using var output = new MemoryStream();
        PaperSeal.Write(PaperText.Templates[order.Kind], new PaperDrafts(request).Of(order), order, request, output);
        return output.ToArray();
    }
}
