using System.Text;
using YiyuanSafety.Host.Output;

namespace YiyuanSafety.Host.Tests;

/// <summary>A run replaces and removes its own files only, and leaves none half-written.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("yiyuan-tests-");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public void A_second_run_replaces_and_removes_its_own_files_and_no_other()
    {
        File.WriteAllText(InFolder("我的笔记.txt"), "笔记");
        Run(("通知.docx", "一"), ("清单/甲.docx", "甲"), ("清单/乙.docx", "乙"));
        Run(("通知.docx", "二"), ("清单/甲.docx", "甲"));
        Assert.Equal(["我的笔记.txt", "清单/甲.docx", "通知.docx"], Files());
        Assert.Equal("二", File.ReadAllText(InFolder("通知.docx")));
    }

    [Fact]
    public void A_file_that_a_person_changed_or_put_there_is_never_overwritten()
    {
        File.WriteAllText(InFolder("台账.xlsx"), "别人的");
        Run(("通知.docx", "一"));
        File.WriteAllText(InFolder("通知.docx"), "改过");
        var folder = Run(("通知.docx", "二"), ("台账.xlsx", "新"));
        Assert.Equal("改过", File.ReadAllText(InFolder("通知.docx")));
        Assert.Equal("二", File.ReadAllText(InFolder("通知 (2).docx")));
        Assert.Equal("别人的", File.ReadAllText(InFolder("台账.xlsx")));
        Assert.Equal(["台账.xlsx", "通知.docx"], folder.Moved.Select(moved => moved.Wanted).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_a_person_changed_is_not_removed_when_it_is_no_longer_made()
    {
        Run(("通知.docx", "一"), ("函.docx", "函"));
        File.WriteAllText(InFolder("函.docx"), "改过");
        Run(("通知.docx", "一"));
        Assert.Equal("改过", File.ReadAllText(InFolder("函.docx")));
    }

    [Fact]
    public void A_paper_that_fails_leaves_nothing_behind()
    {
        var folder = OutputFolder.Open(_folder);
        Assert.Throws<InvalidOperationException>(() => folder.Write("坏.docx", stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused_in_words()
    {
        File.WriteAllText(InFolder("占用"), "");
        var failure = Assert.Throws<OutputException>(() => OutputFolder.Open(new DirectoryInfo(InFolder("占用"))));
        Assert.Equal("output-is-file", failure.Code);
    }

    [Fact]
    public void A_manifest_that_points_outside_removes_nothing_there()
    {
        var outside = Path.Combine(_folder.FullName, "外.txt");
        File.WriteAllText(outside, "外");
        var inner = _folder.CreateSubdirectory("内");
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("外")));
        File.WriteAllText(Path.Combine(inner.FullName, ".yiyuan-safety.json"), "{\"files\":{\"../外.txt\":\"" + hash + "\"}}");
        OutputFolder.Open(inner).Finish();
        Assert.True(File.Exists(outside));
    }

    private OutputFolder Run(params (string Path, string Content)[] files)
    {
        var folder = OutputFolder.Open(_folder);
        foreach (var (path, content) in files)
            folder.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
        folder.Finish();
        return folder;
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private string[] Files() => [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.FullName, file.FullName).Replace('\\', '/'))
        .Where(path => path != ".yiyuan-safety.json").Order(StringComparer.Ordinal)];
}
