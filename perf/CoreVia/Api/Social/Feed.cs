using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Social;

/// <summary>Reads what a user and those they follow have made public.</summary>
internal sealed class Feed(CoreViaDb db, FaultSwitches faults)
{
    /// <summary>A page, newest first.</summary>
    public async Task<FeedBody> PageAsync(string reader, FeedInput input, CancellationToken ct)
    {
        var followed = await db.Follows.Where(f => f.FollowerId == reader).Select(f => f.FollowingId).ToListAsync(ct);
        string[] authors = [reader, .. followed];
        var all = db.Posts.Where(p => authors.Contains(p.UserId) && p.IsPublic);
        var posts = await all
            .OrderByDescending(p => p.CreatedAt)
            .ThenByDescending(p => p.Id)
            .Skip(input.Offset)
            .Take(input.PageSize)
            .ToListAsync(ct);
        var total = await all.CountAsync(ct);
        var bodies = faults.NPlusOne ? await OneByOneAsync(posts, reader, ct) : await TogetherAsync(posts, reader, ct);
        return new FeedBody(bodies, total, input.Page, input.PageSize, input.Offset + posts.Count < total);
    }

    async Task<List<PostBody>> TogetherAsync(List<Post> posts, string reader, CancellationToken ct)
    {
        if (posts is [])
        {
            return [];
        }

        var ids = posts.ConvertAll(post => post.Id);
        var writers = posts.Select(post => post.UserId).Distinct().ToList();
        var authors = await db.Users.Where(u => writers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, AuthorBody.Of, ct);
        var liked = await db.PostLikes
            .Where(l => ids.Contains(l.PostId) && l.UserId == reader)
            .Select(l => l.PostId)
            .ToHashSetAsync(ct);
        return posts.ConvertAll(post => PostBody.Of(post, authors.GetValueOrDefault(post.UserId), liked.Contains(post.Id)));
    }

    async Task<List<PostBody>> OneByOneAsync(List<Post> posts, string reader, CancellationToken ct)
    {
        var bodies = new List<PostBody>();
        foreach (var post in posts)
        {
            var author = await db.Users.SingleOrDefaultAsync(u => u.Id == post.UserId, ct);
            var like = await db.PostLikes.SingleOrDefaultAsync(l => l.PostId == post.Id && l.UserId == reader, ct);
            bodies.Add(PostBody.Of(post, author is null ? null : AuthorBody.Of(author), like is not null));
        }

        return bodies;
    }
}
