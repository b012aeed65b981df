using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Marketplace;

/// <summary>Offers products and shows what is on offer.</summary>
internal sealed class Shop(CoreViaDb db, WriterLane lane, FaultSwitches faults, TimeProvider clock)
{
    /// <summary>A page of what is published.</summary>
    public async Task<ProductsBody> PageAsync(string reader, ProductsInput input, CancellationToken ct)
    {
        var all = Filtered(input);
        var products = await Sorted(all, input.SortBy).Skip(input.Offset).Take(input.PageSize).ToListAsync(ct);
        var total = await all.CountAsync(ct);
        var bodies = faults.NPlusOne ? await OneByOneAsync(products, reader, ct) : await TogetherAsync(products, reader, ct);
        return new ProductsBody(bodies, total, input.Page, input.PageSize, input.Offset + products.Count < total);
    }

    /// <summary>A product that is published or the reader's own, or null.</summary>
    public async Task<ProductBody?> FindAsync(string reader, string id, CancellationToken ct)
    {
        var product = await db.Products.SingleOrDefaultAsync(p => p.Id == id, ct);
        return product is not null && (product.IsPublished || product.SellerId == reader)
            ? await WithSellerAsync(product, reader, ct)
            : null;
    }

    /// <summary>All products of a seller, newest first.</summary>
    public Task<List<Product>> OwnAsync(string seller, CancellationToken ct) => db.Products
        .Where(p => p.SellerId == seller)
        .OrderByDescending(p => p.CreatedAt)
        .ThenByDescending(p => p.Id)
        .ToListAsync(ct);

    /// <summary>Adds a product, committed on return.</summary>
    public async Task<Product> OfferAsync(string seller, ProductInput input, CancellationToken ct)
    {
        var now = clock.NaiveUtcNow();
        var product = new Product
        {
            Id = clock.NewId(),
            SellerId = seller,
            ProductType = input.ProductType,
            Title = input.Title,
            Description = input.Description,
            Price = input.Price,
            Currency = input.Currency,
            IsPublished = input.IsPublished,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await using var write = await lane.EnterAsync(db, ct);
        db.Add(product);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return product;
    }

    IQueryable<Product> Filtered(ProductsInput input)
    {
        var products = db.Products.Where(p => p.IsPublished);
        if (input.ProductType is { } type)
        {
            products = products.Where(p => p.ProductType == type);
        }

        if (input.MinPrice is { } least)
        {
            products = products.Where(p => p.Price >= least);
        }

        return input.MaxPrice is { } most ? products.Where(p => p.Price <= most) : products;
    }

    static IQueryable<Product> Sorted(IQueryable<Product> products, string? by) => (by switch
    {
        "price" => products.OrderBy(p => p.Price),

        // Without a rating comes last, on either store.
        "rating" => products.OrderByDescending(p => p.Rating ?? -1),
        "sales_count" => products.OrderByDescending(p => p.SalesCount),
        _ => products.OrderByDescending(p => p.CreatedAt),
    }).ThenByDescending(p => p.Id);

    async Task<List<ProductBody>> TogetherAsync(List<Product> products, string reader, CancellationToken ct)
    {
        if (products is [])
        {
            return [];
        }

        var ids = products.ConvertAll(product => product.Id);
        var owners = products.Select(product => product.SellerId).Distinct().ToList();
        var sellers = await db.Users.Where(u => owners.Contains(u.Id)).ToDictionaryAsync(u => u.Id, SellerBody.Of, ct);
        var bought = await db.ProductPurchases
            .Where(p => ids.Contains(p.ProductId) && p.BuyerId == reader)
            .Select(p => p.ProductId)
            .ToHashSetAsync(ct);
        return products.ConvertAll(product =>
            ProductBody.Of(product, sellers.GetValueOrDefault(product.SellerId), bought.Contains(product.Id)));
    }

    async Task<List<ProductBody>> OneByOneAsync(List<Product> products, string reader, CancellationToken ct)
    {
        var bodies = new List<ProductBody>();
        foreach (var product in products)
        {
            bodies.Add(await WithSellerAsync(product, reader, ct));
        }

        return bodies;
    }

    async Task<ProductBody> WithSellerAsync(Product product, string reader, CancellationToken ct)
    {
        var seller = await db.Users.SingleOrDefaultAsync(u => u.Id == product.SellerId, ct);
        var bought = await db.ProductPurchases.AnyAsync(p => p.ProductId == product.Id && p.BuyerId == reader, ct);
        return ProductBody.Of(product, seller is null ? null : SellerBody.Of(seller), bought);
    }
}
