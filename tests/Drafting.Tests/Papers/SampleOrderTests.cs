using System.Text;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>The sample orders that ship beside the templates, and what the papers made of them say, word for word.</summary>
public sealed class SampleOrderTests
{
    [Theory]
    [InlineData("工作部署通知", "deployment-notice.txt")]
    [InlineData("挂牌督办通知", "listed-notice.txt")]
    [InlineData("通报", "bulletin.txt")]
    [InlineData("进展情况通报", "progress-bulletin.txt")]
    [InlineData("会议纪要", "minutes.txt")]
    public void A_sample_makes_the_paper_it_stands_for(string name, string golden)
    {
        var kind = PaperKinds.Find(name) ?? throw new InvalidOperationException("no such kind");
        using var json = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "samples", name + ".json"));
        var order = OrderFile.Read(json, kind.Kind);
        using var docx = new MemoryStream();
        PaperSeal.Write(PaperText.Templates[order.Kind], new PaperDrafts(SmallDocument.Request).Of(order), order, SmallDocument.Request, docx);

        docx.Position = 0;
        Assert.Empty(PaperText.Faults(docx));
        var wanted = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", golden), Encoding.UTF8);
        Assert.Equal(wanted, PaperText.Of(new MemoryStream(docx.ToArray())));
    }
}
