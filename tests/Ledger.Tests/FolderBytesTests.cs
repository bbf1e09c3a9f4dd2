using System.Text;
using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Ledger.Tests;

public sealed class FolderBytesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bytes-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task A_content_is_found_by_its_hash_and_kept_once()
    {
        var bytes = new FolderBytes(_folder.FullName);

        var (hash, length) = await bytes.PutAsync(Content("公文"), Stop);
        await bytes.PutAsync(Content("公文"), Stop);

        Assert.Equal((64, 6L), (hash.Length, length));
        await using var stream = await bytes.OpenAsync(hash, Stop);
        using var reader = new StreamReader(stream ?? Stream.Null);
        Assert.Equal("公文", await reader.ReadToEndAsync(Stop));
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
        Assert.Null(await bytes.OpenAsync(new string('0', 64), Stop));
    }

    [Fact]
    public async Task Many_who_put_the_same_at_once_get_the_same()
    {
        var bytes = new FolderBytes(_folder.FullName);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bytes.PutAsync(Content(new string('字', 50_000)), Stop)));

        Assert.Single(all.Distinct());
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_content_that_breaks_off_leaves_nothing()
    {
        var bytes = new FolderBytes(_folder.FullName);

        await Assert.ThrowsAsync<IOException>(() => bytes.PutAsync(new BrokenStream(), Stop));

        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public async Task What_is_no_address_is_no_path(string address) =>
        await Assert.ThrowsAsync<ArgumentException>(() => new FolderBytes(_folder.FullName).OpenAsync(address, Stop));

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_trouble()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Stop);

        Assert.Null(await new FolderBytes(_folder.FullName).TroubleAsync(Stop));
        Assert.NotNull(await new FolderBytes(file).TroubleAsync(Stop));
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("line broken");
    }
}
