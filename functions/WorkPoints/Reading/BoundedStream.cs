namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>A forward-only stream that refuses to give more than a number of bytes.</summary>
/// <param name="inner">Where the bytes come from; closed with this stream.</param>
/// <param name="limit">Most bytes to give.</param>
/// <param name="tooMuch">Makes the exception thrown when more bytes are there.</param>
internal sealed class BoundedStream(Stream inner, long limit, Func<Exception> tooMuch) : Stream
{
    private long _left = limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _left -= read;
        return _left < 0 ? throw tooMuch() : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
