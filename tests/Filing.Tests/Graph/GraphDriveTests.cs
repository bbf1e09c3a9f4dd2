using System.Security.Cryptography;
using System.Text;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

public sealed class GraphDriveTests
{
    private const string Place = "2021年/督办函/县应急局/源安办函〔2021〕3号 关于督办的函.docx";
    private static readonly Dictionary<string, string> Columns = new() { ["文号"] = "源安办函〔2021〕3号", ["文种"] = "督办函", ["主送"] = "县应急局", ["成文日期"] = "2021-03-05", ["密级"] = "无" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_put_into_folders_made_on_demand_and_found_again()
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive();

        var put = await drive.PutAsync(Contents.Put("2021年/通知/一.txt", "一"), Stop);

        Assert.Equal(put, await drive.StatAsync("2021年/通知/一.txt", Stop));
        Assert.Equal("2021年/通知/一.txt", (await drive.StatAsync("2021年/通知/一.TXT", Stop))?.Place);
        Assert.Null(await drive.StatAsync("2021年/通知/二.txt", Stop));
        Assert.Equal(["通知"], await drive.FoldersAsync("2021年", Stop));
        Assert.Empty(await drive.FoldersAsync("没有", Stop));
        Assert.Equal("一"u8.ToArray(), test.Graph.Library.Files()["2021年/通知/一.txt"]);
        test.AssertClean();
    }

    [Theory]
    [InlineData("100% 达标 & 汇总 (2)+#1.txt")]
    [InlineData("引号’'单 [方括号] {花} ~ ! @ $ ^ , ; = 全角＃％.txt")]
    [InlineData("emoji🚒与生僻字𠮷.txt")]
    public async Task Names_that_need_escaping_come_through(string name)
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive("归档 & 存档/50%");

        await drive.PutAsync(Contents.Put($"甲#乙/{name}", "一"), Stop);

        Assert.Equal([$"归档 & 存档/50%/甲#乙/{name}"], test.Graph.Library.Files().Keys);
        Assert.Equal([$"甲#乙/{name}"], await PlacesAsync(drive));
        Assert.Equal("一"u8.ToArray(), await drive.ReadAsync($"甲#乙/{name}", Stop));
        test.AssertClean();
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../人事")]
    [InlineData("2021年/../../人事")]
    [InlineData("./..")]
    [InlineData("..\\人事")]
    [InlineData(".. /人事")]
    [InlineData("人事:")]
    public async Task Nobody_looks_outside_the_folder_that_the_settings_name(string folder)
    {
        await using var test = await GraphCase.BeginAsync();
        await test.Drive().PutAsync(Contents.Put("人事/考核/甲.txt", "别人的"), Stop);
        var drive = test.Drive("安委办");
        await drive.PutAsync(Contents.Put("2021年/函.txt", "一"), Stop);

        Assert.Equal(["2021年"], await drive.FoldersAsync("", Stop));
        Assert.Equal(DriveCodes.Invalid, await CodeAsync(drive.FoldersAsync(folder, Stop)));
        Assert.Equal(DriveCodes.Invalid, await CodeAsync(drive.StatAsync($"{folder}/考核/甲.txt", Stop)));
        Assert.Equal(DriveCodes.Invalid, await CodeAsync(drive.PutAsync(Contents.Put($"{folder}/乙.txt", "二"), Stop)));
    }

    [Fact]
    public async Task Nothing_is_written_over_a_file_that_is_another_than_was_meant()
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive();
        var first = await drive.PutAsync(Contents.Put("函.txt", "一"), Stop);

        Assert.Equal(DriveCodes.Occupied, await CodeAsync(drive.PutAsync(Contents.Put("函.txt", "二"), Stop)));
        test.Graph.Library.Write("函.txt", "有人改过"u8.ToArray());
        Assert.Equal(DriveCodes.Changed, await CodeAsync(drive.PutAsync(Contents.Put("函.txt", "二", first.Version), Stop)));
        Assert.Equal(DriveCodes.Changed, await CodeAsync(drive.PutAsync(Contents.Put("没有.txt", "二", first.Version), Stop)));
        test.Graph.Library.Write("夹/里.txt", "x"u8.ToArray());
        Assert.Equal(DriveCodes.Occupied, await CodeAsync(drive.StatAsync("夹", Stop)));
        Assert.Equal(DriveCodes.Occupied, await CodeAsync(drive.PutAsync(Contents.Put("函.txt/里.txt", "二"), Stop)));
        Assert.Equal("有人改过"u8.ToArray(), test.Graph.Library.Files()["函.txt"]);
        test.AssertClean();
    }

    [Fact]
    public async Task A_newer_edition_is_a_version_of_the_same_file()
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive();
        var first = await drive.PutAsync(Contents.Put("函.txt", "一"), Stop);

        var second = await drive.PutAsync(Contents.Put("函.txt", "二", first.Version), Stop);

        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal(["一", "二"], test.Graph.Library.Versions("函.txt").Select(Encoding.UTF8.GetString));
        test.AssertClean();
    }

    [Theory]
    [InlineData(4 << 20)]
    [InlineData((4 << 20) + 1)]
    [InlineData(3 * 10 * 320 * 1024)]
    [InlineData((7 << 20) + 13)]
    public async Task Large_files_go_in_slices_and_arrive_whole(int length)
    {
        await using var test = await GraphCase.BeginAsync();
        var content = Contents.Random(length, 1);

        var file = await test.Drive().PutAsync(new DrivePut("大/会议.pdf", content, null), Stop);

        Assert.Equal(length, file.Length);
        Assert.Equal(content.Hash, Convert.ToHexStringLower(SHA256.HashData(test.Graph.Library.Files()["大/会议.pdf"])));
        Assert.True(await test.Drive().HoldsAsync(file, content, Stop));
        Assert.False(await test.Drive().HoldsAsync(file, Contents.Random(length, 2), Stop));
        Assert.Equal(0, test.Graph.Library.EmptySessions);
        test.AssertClean();
    }

    [Fact]
    public async Task A_paper_into_which_the_library_wrote_its_columns_is_still_the_paper()
    {
        await using var test = await GraphCase.BeginAsync();
        var (drive, content) = (test.Drive(), Contents.Docx("正文"));

        var placed = await Placement.PlaceAsync(drive, new PlacingOrder(Place, content, [], WhenOther.Version, Columns), Stop);
        var again = await Placement.PlaceAsync(test.Drive(), new PlacingOrder(Place, content, [], WhenOther.Version, Columns), Stop);

        Assert.NotEqual(content.Length, placed.File.Length);
        Assert.Equal((PlacingStep.New, PlacingStep.Same), (placed.Step, again.Step));
        Assert.Equal(placed.File.Version, again.File.Version);
        Assert.Equal(Columns["文号"], test.Graph.Library.Columns(Place)["文号"]);
        Assert.Equal("县应急局", test.Graph.Library.Columns(Place)["主送"]);
        Assert.StartsWith("2021-03-05", test.Graph.Library.Columns(Place)["成文日期"], StringComparison.Ordinal);
        Assert.True(await drive.HoldsAsync(placed.File, content, Stop));
        Assert.False(await drive.HoldsAsync(placed.File, Contents.Docx("别的正文"), Stop));
        Assert.Single(test.Graph.Library.Files());
        test.AssertClean();
    }

    [Fact]
    public async Task A_filing_that_was_cut_off_before_its_columns_gets_them_when_it_is_done_again()
    {
        await using var test = await GraphCase.BeginAsync();
        var content = Contents.Docx("正文");
        await test.Drive().PutAsync(new DrivePut(Place, content, null), Stop);

        var placed = await Placement.PlaceAsync(test.Drive(), new PlacingOrder(Place, content, [], WhenOther.Version, Columns), Stop);

        Assert.Equal(PlacingStep.Same, placed.Step);
        Assert.Equal("督办函", test.Graph.Library.Columns(Place)["文种"]);
        test.AssertClean();
    }

    [Fact]
    public async Task An_edit_between_putting_and_describing_stays_somebody_elses()
    {
        await using var test = await GraphCase.BeginAsync();
        var (drive, content) = (test.Drive(), Contents.Docx("正文"));
        var file = await drive.PutAsync(new DrivePut(Place, content, null), Stop);
        test.Graph.Library.Write(Place, await Contents.BytesAsync(Contents.Docx("有人改过")));

        var described = await drive.DescribeAsync(file, content, Columns, Stop);

        Assert.Equal(file, described);
        Assert.Empty(test.Graph.Library.Columns(Place).GetValueOrDefault("文号") ?? "");
        Assert.Equal(DriveCodes.Changed, await CodeAsync(drive.PutAsync(new DrivePut(Place, Contents.Docx("新"), described.Version), Stop)));
    }

    [Fact]
    public async Task A_day_in_a_column_of_text_is_written_and_known_again()
    {
        await using var test = await GraphCase.BeginAsync(new GraphDoubleOptions { Columns = [new LibraryColumn("成文日期", "_x6210_", ColumnType.Text), new LibraryColumn("文号", "Number", ColumnType.Text)] });

        Assert.DoesNotContain(await test.Drive().CheckAsync(Stop), check => check.Name.StartsWith("填写文号", StringComparison.Ordinal) && check.Outcome != CheckOutcome.Works);
        var placed = await Placement.PlaceAsync(test.Drive(), new PlacingOrder(Place, Contents.Docx("正文"), [], WhenOther.Version, Columns), Stop);
        await test.Drive().DescribeAsync(placed.File, Contents.Docx("正文"), Columns, Stop);

        Assert.Equal("2021-03-05", test.Graph.Library.Columns(Place)["成文日期"]);
        Assert.Equal(2, test.Graph.Requests.Count(request => request.Method == "PATCH"));
        test.AssertClean();
    }

    [Fact]
    public async Task A_folder_above_that_somebody_removed_is_made_again()
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive();
        await drive.PutAsync(Contents.Put("2021年/督办函/县教体局/一.txt", "一"), Stop);
        test.Graph.Library.Delete("2021年/督办函");

        await drive.PutAsync(Contents.Put("2021年/督办函/县公安局/二.txt", "二"), Stop);

        Assert.Equal(["2021年/督办函/县公安局/二.txt"], test.Graph.Library.Files().Keys);
        test.AssertClean();
    }

    [Fact]
    public async Task An_edit_while_a_large_version_goes_up_is_not_overwritten()
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive(isSliced: true);
        var first = await drive.PutAsync(new DrivePut("图.pdf", Contents.Random(500_000, 1), null), Stop);
        var slices = 0;
        test.Graph.Faults = request =>
        {
            if (request is { Host: HostKind.Transfer, Method: "PUT" } && Interlocked.Increment(ref slices) == 2)
                test.Graph.Library.Write("图.pdf", "有人改过"u8.ToArray());
            return Fault.None;
        };

        Assert.Equal(DriveCodes.Changed, await CodeAsync(drive.PutAsync(new DrivePut("图.pdf", Contents.Random(1_300_000, 2), first.Version), Stop)));

        Assert.Equal("有人改过"u8.ToArray(), test.Graph.Library.Files()["图.pdf"]);
        Assert.Equal(0, test.Graph.Library.EmptySessions);
        test.AssertClean();
    }

    [Fact]
    public async Task A_library_without_columns_takes_papers_all_the_same()
    {
        await using var test = await GraphCase.BeginAsync(new GraphDoubleOptions { Columns = [] });

        var placed = await Placement.PlaceAsync(test.Drive(), new PlacingOrder(Place, Contents.Docx("正文"), [], WhenOther.Version, Columns), Stop);

        Assert.Equal(PlacingStep.New, placed.Step);
        Assert.DoesNotContain(test.Graph.Requests, request => request.Method == "PATCH");
        test.AssertClean();
    }

    [Fact]
    public async Task The_whole_library_is_listed_page_by_page_with_the_paths_put_together()
    {
        await using var test = await GraphCase.BeginAsync(new GraphDoubleOptions { PageSize = 3 });
        var places = Enumerable.Range(0, 10).Select(i => $"归档/{i % 3}年/夹{i % 2}/{i}.txt").ToList();
        places.ForEach(place => test.Graph.Library.Write(place, "x"u8.ToArray()));
        test.Graph.Library.Write("别处/不是.txt", "x"u8.ToArray());
        test.Graph.Library.Move("归档/0年", "归档/改名");

        var found = await PlacesAsync(test.Drive("归档"));

        Assert.Equal(places.Select(place => place["归档/".Length..].Replace("0年", "改名", StringComparison.Ordinal)).Order(StringComparer.Ordinal), found);
        Assert.True(test.Graph.Requests.Count(request => request.Target.Contains("delta", StringComparison.Ordinal)) > 3);
        test.AssertClean();
    }

    [Fact]
    public async Task A_folder_that_somebody_removed_is_made_again()
    {
        await using var test = await GraphCase.BeginAsync();
        var drive = test.Drive();
        await drive.PutAsync(Contents.Put("2021年/函/一.txt", "一"), Stop);
        test.Graph.Library.Delete("2021年");

        await drive.PutAsync(Contents.Put("2021年/函/二.txt", "二"), Stop);

        Assert.Equal(["2021年/函/二.txt"], test.Graph.Library.Files().Keys);
        test.AssertClean();
    }

    [Fact]
    public async Task A_link_is_for_the_organisation_and_where_sharing_is_off_the_files_own_address()
    {
        await using var open = await GraphCase.BeginAsync();
        await using var closed = await GraphCase.BeginAsync(new GraphDoubleOptions { CanShare = false });
        foreach (var test in new[] { open, closed })
            await test.Drive().PutAsync(Contents.Put("函.txt", "一"), Stop);

        var (shared, own) = (await open.Drive().LinkAsync("函.txt", Stop), await closed.Drive().LinkAsync("函.txt", Stop));

        Assert.Equal((await closed.Drive().StatAsync("函.txt", Stop))?.Link, own);
        Assert.NotEqual((await open.Drive().StatAsync("函.txt", Stop))?.Link, shared);
        Assert.Null(await open.Drive().LinkAsync("没有.txt", Stop));
        open.AssertClean();
    }

    [Fact]
    public async Task The_library_is_found_by_its_site_and_name()
    {
        await using var test = await GraphCase.BeginAsync();
        GraphDrive Of(string library, Uri site) => test.Open(new GraphSettings { Endpoint = test.Graph.Endpoint, Site = site, Library = library });

        await Of("", test.Graph.Site).PutAsync(Contents.Put("函.txt", "一"), Stop);

        Assert.Equal(["函.txt"], test.Graph.Library.Files().Keys);
        Assert.Empty(await Of("公文", test.Graph.Site).FoldersAsync("", Stop));
        var error = await Assert.ThrowsAsync<DriveException>(() => Of("档案", test.Graph.Site).FoldersAsync("", Stop));
        Assert.Contains("公文", error.Message, StringComparison.Ordinal);
        Assert.Equal(DriveCodes.NotFound, await CodeAsync(Of("", new Uri(test.Graph.Site, "/sites/meiyou")).StatAsync("x", Stop)));
        test.AssertClean();
    }

    private static async Task<IReadOnlyList<string>> PlacesAsync(GraphDrive drive) => (await drive.ListAsync("", Stop)).Files;

    private static async Task<string> CodeAsync(Task task) => (await Assert.ThrowsAsync<DriveException>(() => task)).Code;
}
