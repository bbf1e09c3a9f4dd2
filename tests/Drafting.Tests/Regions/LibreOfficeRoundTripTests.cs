using System.Diagnostics;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;
using static YiyuanSafety.Drafting.Tests.Regions.ManagedPaper;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Regions;

/// <summary>A paper that somebody opened in LibreOffice and saved as .docx: it writes everything anew and loses the tags of controls.</summary>
public sealed class LibreOfficeRoundTripTests
{
    [Fact]
    public void A_saved_paper_still_has_its_words_once_and_its_record()
    {
        var saved = Saved(Make());

        Assert.Equal(PaperRefresh.Record(Make()).Regions, PaperRefresh.Record(saved).Regions);
        Assert.DoesNotContain("ys:1:", Part(saved, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(2, Part(saved, "word/document.xml").Split("请认真执行。").Length);
    }

    [Fact]
    public void Its_regions_are_found_and_replaced_and_have_their_controls_again()
    {
        var result = Refresh(Saved(Make()), Changed());
        Assert.Equal([(RegionState.Current, 1), (RegionState.Outdated, 1)], result.Regions.Select(region => (region.State, region.Copies)));

        using var output = new MemoryStream();
        result.Write?.Invoke(output);
        var main = Part(output.ToArray(), "word/document.xml");
        Assert.Contains("开展两次专题培训。", main, StringComparison.Ordinal);
        Assert.DoesNotContain("开展专题培训。", main, StringComparison.Ordinal);
        Assert.Contains($"ys:1:{Id}:{Allocation}", main, StringComparison.Ordinal);
        Assert.Equal(
            [RegionState.Current, RegionState.Outdated],
            Refresh(Saved(output.ToArray()), SmallDocument.Request).Regions.Select(region => region.State));
    }

    [Fact]
    public void What_was_typed_there_is_left()
    {
        var saved = Saved(Edited(Make(), "请认真执行。", "请务必认真执行。"));

        var result = Refresh(saved, Changed());

        Assert.Equal([(RegionState.Edited, false), (RegionState.Outdated, true)], result.Regions.Select(region => (region.State, region.Replaced)));
    }

    [Fact]
    public void Every_kind_of_paper_survives_it()
    {
        var kinds = PaperKinds.All.Select(row => row.Kind).ToList();
        var saved = Saved(kinds.ConvertAll(kind => EveryKindTests.Make(kind, "short", true)));
        foreach (var (kind, docx) in kinds.Zip(saved))
        {
            var same = PaperRefresh.Run(docx, Orders.Request("short"), PaperText.Templates, []);
            Assert.True(same.Regions.All(region => region.State == RegionState.Current), $"{kind}: {string.Join("，", same.Regions.Select(region => $"{region.Title} {region.State}"))}");
            var changed = PaperRefresh.Run(docx, Changed("1.1", "建立新的清单。"), PaperText.Templates, []);
            Assert.All(changed.Regions, region => Assert.Equal(region.State == RegionState.Outdated, region.Replaced));
            if (changed.Write is not { } write)
                continue;
            using var output = new MemoryStream();
            write(output);
            Assert.Contains("建立新的清单。", Part(output.ToArray(), "word/document.xml"), StringComparison.Ordinal);
        }
    }

    private static byte[] Saved(byte[] docx) => Saved([docx])[0];

    private static List<byte[]> Saved(List<byte[]> papers)
    {
        var folder = Directory.CreateTempSubdirectory("papers-roundtrip");
        try
        {
            var names = papers.Select((_, i) => FormattableString.Invariant($"paper{i}.docx")).ToList();
            foreach (var (name, docx) in names.Zip(papers))
                File.WriteAllBytes(Path.Combine(folder.FullName, name), docx);
            using var office = Process.Start(new ProcessStartInfo(
                "soffice",
                [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "saved", .. names])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
            }) ?? throw new InvalidOperationException("soffice");
            office.StandardOutput.ReadToEnd();
            office.WaitForExit();
            return names.ConvertAll(name => File.ReadAllBytes(Path.Combine(folder.FullName, "saved", name)));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("没有找到 soffice。请安装 LibreOffice 后再运行。");
            return [];
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
