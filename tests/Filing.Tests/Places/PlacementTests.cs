using CsCheck;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Filing.Tests.Folder;

namespace YiyuanSafety.Filing.Tests.Places;

public sealed class PlacementTests : IDisposable
{
    private const string Place = "2021年/函.docx";
    private readonly ScratchFolder _scratch = new();
    private readonly FolderDrive _drive;

    public PlacementTests() => _drive = new FolderDrive(_scratch.Path, new FastTime());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_same_content_is_not_written_twice()
    {
        var first = await PlaceAsync("一", WhenOther.Number);
        var written = File.GetLastWriteTimeUtc(_scratch.At(Place));
        var again = await PlaceAsync("一", WhenOther.Number, Earlier(first, "一"));
        var unknown = await PlaceAsync("一", WhenOther.Number);

        Assert.Equal((PlacingStep.New, PlacingStep.Same, PlacingStep.Same), (first.Step, again.Step, unknown.Step));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_scratch.At(Place)));
        Assert.Single(_scratch.Files());
    }

    [Fact]
    public async Task A_newer_content_goes_beside_the_older_one_or_takes_its_place_as_the_office_wants()
    {
        var first = await PlaceAsync("一", WhenOther.Number);
        var beside = await PlaceAsync("二", WhenOther.Number, Earlier(first, "一"));
        var version = await PlaceAsync("三", WhenOther.Version, Earlier(first, "一"), Earlier(beside, "二"));

        Assert.Equal((PlacingStep.Beside, "2021年/函 (2).docx"), (beside.Step, beside.File.Place));
        Assert.Equal((PlacingStep.NewVersion, Place), (version.Step, version.File.Place));
        Assert.Equal(["三", "二"], new[] { Place, "2021年/函 (2).docx" }.Select(place => File.ReadAllText(_scratch.At(place))));
    }

    [Fact]
    public async Task A_file_that_somebody_changed_or_put_there_is_never_overwritten()
    {
        var first = await PlaceAsync("一", WhenOther.Version);
        File.WriteAllText(_scratch.At(Place), "有人改过");

        Assert.Equal(PlacingStep.EditedSince, (await PlaceAsync("一", WhenOther.Version, Earlier(first, "一"))).Step);
        Assert.Equal("2021年/函 (2).docx", (await PlaceAsync("二", WhenOther.Version, Earlier(first, "一"))).File.Place);
        Assert.Equal("有人改过", File.ReadAllText(_scratch.At(Place)));
    }

    [Fact]
    public async Task A_file_that_was_removed_is_filed_again_at_its_place()
    {
        var first = await PlaceAsync("一", WhenOther.Number);
        File.Delete(_scratch.At(Place));

        Assert.Equal((PlacingStep.New, Place), ((await PlaceAsync("一", WhenOther.Number, Earlier(first, "一"))) is var again ? (again.Step, again.File.Place) : default));
    }

    [Fact]
    public async Task Looking_writes_nothing_and_says_what_placing_does()
    {
        foreach (var text in new[] { "一", "二", "一" })
        {
            var order = Order(text, WhenOther.Number);
            var before = _scratch.Files();
            var look = await Placement.LookAsync(_drive, order, Stop);
            Assert.Equal(before, _scratch.Files());
            var placed = await Placement.PlaceAsync(_drive, order, Stop);
            Assert.Equal((look.Step, look.Place), (placed.Step, placed.File.Place));
        }
    }

    [Fact]
    public async Task Many_who_file_the_same_papers_at_once_file_each_once()
    {
        var papers = Enumerable.Range(0, 20).Select(i => ($"{i % 5}.docx", $"内容{i}")).ToList();
        var all = Enumerable.Range(0, 4).SelectMany(_ => papers).Select(paper => Task.Run(() =>
            Placement.PlaceAsync(_drive, new PlacingOrder(paper.Item1, Contents.Of(paper.Item2), [], WhenOther.Number, new Dictionary<string, string>()), Stop)));

        await Task.WhenAll(all);

        Assert.Equal(20, _scratch.Files().Count);
        Assert.Equal(papers.Select(paper => paper.Item2).Order(), _scratch.Files().Select(file => File.ReadAllText(_scratch.At(file))).Order());
    }

    [Fact]
    public void Whatever_happens_in_between_no_persons_text_is_lost_and_no_content_doubled()
    {
        // Acts of the office (file content a–c under a rule) and of others (write over, delete), in any order.
        var act = Gen.OneOf(Gen.Int[0, 2].Select(i => $"file {(char)('a' + i)}"), Gen.Const("edit"), Gen.Const("delete"));
        Gen.Select(act.List[1, 12], Gen.Bool).Sample((acts, isVersion) =>
        {
            using var scratch = new ScratchFolder();
            var drive = new FolderDrive(scratch.Path, new FastTime());
            var (earlier, typed) = (new List<EarlierFiling>(), new List<string>());
            foreach (var (one, i) in acts.Select((one, i) => (one, i)))
            {
                if (one == "edit")
                {
                    typed.Add($"typed {i}");
                    if (File.Exists(scratch.At("函.docx")))
                        typed.Remove(File.ReadAllText(scratch.At("函.docx")));
                    File.WriteAllText(scratch.At("函.docx"), $"typed {i}");
                }
                else if (one == "delete")
                {
                    foreach (var file in scratch.Files())
                    {
                        typed.Remove(File.ReadAllText(scratch.At(file)));
                        File.Delete(scratch.At(file));
                    }
                }
                else
                {
                    var order = new PlacingOrder("函.docx", Contents.Of(one), earlier, isVersion ? WhenOther.Version : WhenOther.Number, new Dictionary<string, string>());
                    var placed = Placement.PlaceAsync(drive, order, CancellationToken.None).GetAwaiter().GetResult();
                    earlier.RemoveAll(known => known.Place == placed.File.Place && placed.Step != PlacingStep.EditedSince);
                    if (placed.Step != PlacingStep.EditedSince)
                        earlier.Add(new EarlierFiling(placed.File.Place, order.Content.Hash, placed.File.Version));
                }
            }

            var texts = scratch.Files().Select(file => File.ReadAllText(scratch.At(file))).ToList();
            Assert.Equal(texts.Distinct().Count(), texts.Count);
            Assert.All(typed, text => Assert.Contains(text, texts));
        }, iter: 300, threads: 1);
    }

    private static EarlierFiling Earlier(Placed placed, string text) => new(placed.File.Place, Contents.Of(text).Hash, placed.File.Version);

    private static PlacingOrder Order(string text, WhenOther rule, params EarlierFiling[] earlier) => new(Place, Contents.Of(text), earlier, rule, new Dictionary<string, string>());

    private Task<Placed> PlaceAsync(string text, WhenOther rule, params EarlierFiling[] earlier) => Placement.PlaceAsync(_drive, Order(text, rule, earlier), Stop);
}
