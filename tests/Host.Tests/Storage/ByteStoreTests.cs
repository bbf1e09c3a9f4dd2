using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Host.Tests.Storage;

/// <summary>What every store of bytes does, on a folder and on Azure Storage.</summary>
public sealed class ByteStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bytes-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => new("folder", "blobs");

    public void Dispose() => _folder.Delete(true);

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_content_is_found_by_its_hash_and_kept_once(string store)
    {
        var (bytes, count) = Make(store);

        var (hash, length) = await bytes.PutAsync(Content("公文"), Stop);
        Assert.Equal((hash, length), await bytes.PutAsync(Content("公文"), Stop));

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData("公文"u8)), 6L), (hash, length));
        Assert.Equal("公文", await ReadAsync(bytes, hash));
        Assert.Equal(1, await count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_not_there_is_null_before_anything_was_put_and_after(string store)
    {
        var (bytes, _) = Make(store);

        Assert.Null(await bytes.OpenAsync(new string('0', 64), Stop));
        await bytes.PutAsync(Content("公文"), Stop);
        Assert.Null(await bytes.OpenAsync(new string('0', 64), Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_empty_content_is_a_content(string store)
    {
        var (bytes, count) = Make(store);

        var (hash, length) = await bytes.PutAsync(Content(""), Stop);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData([])), 0L), (hash, length));
        Assert.Equal("", await ReadAsync(bytes, hash));
        Assert.Equal(1, await count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_large_content_whose_length_nobody_knows_comes_back_as_it_was(string store)
    {
        var (bytes, _) = Make(store);
        var content = new byte[(20 * 1024 * 1024) + 7];
        new Random(1).NextBytes(content);

        var (hash, length) = await bytes.PutAsync(new ForwardStream(content), Stop);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(content)), (long)content.Length), (hash, length));
        await using var stream = await bytes.OpenAsync(hash, Stop) ?? Stream.Null;
        Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, Stop)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Many_who_put_the_same_at_once_get_the_same(string store)
    {
        var (bytes, count) = Make(store);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bytes.PutAsync(Content(new string('字', 50_000)), Stop)));

        Assert.Single(all.Distinct());
        Assert.Equal(1, await count());
        Assert.Equal(50_000, (await ReadAsync(bytes, all[0].Hash)).Length);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_content_that_breaks_off_leaves_nothing(string store)
    {
        var (bytes, count) = Make(store);

        await Assert.ThrowsAsync<IOException>(() => bytes.PutAsync(new BrokenStream(), Stop));

        Assert.Equal(0, await count());
    }

    [Theory]
    [InlineData("folder", "../../etc/passwd")]
    [InlineData("folder", "")]
    [InlineData("folder", "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("blobs", "../../etc/passwd")]
    [InlineData("blobs", "")]
    [InlineData("blobs", "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public async Task What_is_no_address_is_refused(string store, string address) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Make(store).Bytes.OpenAsync(address, Stop));

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_store_that_works_has_no_trouble(string store)
    {
        var (bytes, _) = Make(store);

        Assert.Null(await bytes.TroubleAsync(Stop));
        Assert.Null(await bytes.TroubleAsync(Stop));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_trouble_and_no_fault()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1) } };
        var bytes = new BlobBytes(new BlobContainerClient(new Uri("http://127.0.0.1:1/devstoreaccount1/files"), options));

        Assert.Contains("存储账户没有回应", await bytes.TroubleAsync(Stop), StringComparison.Ordinal);
    }

    private (IByteStore Bytes, Func<Task<int>> Count) Make(string store)
    {
        if (store == "folder")
            return (new FolderBytes(_folder.FullName), () => Task.FromResult(_folder.GetFiles("*", SearchOption.AllDirectories).Length));
        var container = Azurite.Account().Files();
        return (new BlobBytes(container), async () =>
        {
            var count = 0;
            if (await container.ExistsAsync(Stop))
            {
                await foreach (var blob in container.GetBlobsAsync(cancellationToken: Stop))
                    count++;
            }

            return count;
        }
        );
    }

    private static async Task<string> ReadAsync(IByteStore bytes, string hash)
    {
        await using var stream = await bytes.OpenAsync(hash, Stop) ?? throw new InvalidOperationException("It is not there.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("line broken");
    }

    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
