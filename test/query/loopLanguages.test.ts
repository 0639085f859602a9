// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of documents
/** Queries in loops, by language. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../glossary/query/model/code/languages.ts";
import { type LoopQuery, queriesInLoops } from "../../glossary/query/model/loops/loops.ts";
import { mark, unmark } from "../fixture.ts";

function how({ writes, lazy, together }: LoopQuery): string {
  return [writes && "writes", lazy && "lazy", together && "together"].filter(Boolean).join(" ") || "reads";
}

type Row = readonly [code: string, how: string];

const FOUND: Readonly<Partial<Record<Language, readonly Row[]>>> = {
  script: [
    ["for (const u of users) { u.orders = await «Order.find»({ userId: u._id }); }", "reads"],
    [
      "const out = await Promise.all(users.map(async (u) => ({ ...u, posts: await «prisma.post.findMany»({ where: { authorId: u.id } }) })));",
      "together",
    ],
    ["for (const id of ids) { await «User.updateOne»({ _id: id }, { $set: { a: 1 } }); }", "writes"],
    ["users.forEach(async (u) => { await «db.insert»(users).values(u); });", "writes"],
    ['for (const o of orders) { o.status = "x"; await «o.save»(); }', "writes"],
    [
      "for (const u of users) { const rows = await «sql»`SELECT * FROM posts WHERE user_id = ${u.id}`; }",
      "reads",
    ],
    ["for (const u of users) { await «Notification.create»({ userId: u.id }); }", "writes"],
    ["for (let i = 0; i < 500; i++) { await «User.findOne»({ number: i }); }", "reads"],
  ],
  python: [
    ["for user in users:\n    orders = «Order.objects.filter»(user=user)", "reads"],
    [
      'for u in users:\n    «cursor.execute»("SELECT * FROM orders WHERE user_id = %s", (u.id,))\n    rows = cursor.fetchall()',
      "reads",
    ],
    ["result = [«session.get»(User, i) for i in ids]", "reads"],
    ['totals = [«db.execute»("SELECT sum(x) FROM t WHERE id = ?", (i,)) for i in ids]', "reads"],
    [
      "for user_id in user_ids:\n    user = await «session.execute»(select(User).where(User.id == user_id))",
      "reads",
    ],
    ['for row in rows:\n    await «conn.execute»("INSERT INTO t VALUES ($1)", row.id)', "writes"],
    ["for row in csv_rows:\n    «Product.objects.create»(**row)", "writes"],
    ["for book in Book.objects.all():\n    print(«book.author.name»)", "lazy"],
    [
      "for p in session.query(Parent).all():\n    print(«p.children.count», len(«p.child.name»))",
      "lazy, lazy",
    ],
    ["for o in orders:\n    o.paid = True\n    «o.save»()", "writes"],
    [
      "async def f():\n    for item in items:\n        product = await «self.product_repo.get_by_id»(item.product_id)",
      "reads",
    ],
    [
      "for user in User.query.all():\n    user.posts_count = «Post.query.filter_by»(user_id=user.id).count()",
      "reads",
    ],
  ],
  go: [
    [
      'for _, u := range users {\n\tvar orders []Order\n\t«db.Where»("user_id = ?", u.ID).Find(&orders)\n}',
      "reads",
    ],
    [
      'for rows.Next() {\n\trows.Scan(&id)\n\t«db.QueryRow»("SELECT name FROM t WHERE id = $1", id).Scan(&name)\n}',
      "reads",
    ],
    [
      "for i := range items {\n\tif err := «r.repo.Save»(ctx, items[i]); err != nil { return err }\n}",
      "writes",
    ],
    ["for _, id := range ids {\n\tuser, err := «s.userRepo.GetByID»(ctx, id)\n}", "reads"],
    [
      "for _, it := range items {\n\t_, err := «tx.ExecContext»(ctx, `INSERT INTO items (a) VALUES ($1)`, it.A)\n}",
      "writes",
    ],
    [
      'stmt, _ := tx.Prepare("INSERT INTO t VALUES (?)")\nfor _, x := range xs {\n\t«stmt.Exec»(x)\n}',
      "reads",
    ],
  ],
  java: [
    [
      "for (Order o : orders) { Customer c = «customerRepository.findById»(o.getCustomerId()).orElseThrow(); }",
      "reads",
    ],
    ["orders.forEach(o -> o.setItems(«itemRepository.findByOrderId»(o.getId())));", "reads"],
    ["return ids.stream().map(id -> «userRepository.findById»(id)).collect(toList());", "reads"],
    ["return ids.stream().map(«userRepository::findById»).collect(toList());", "reads"],
    [
      'while (rs.next()) {\n  PreparedStatement ps = «conn.prepareStatement»("SELECT * FROM b WHERE a = ?");\n  ps.setLong(1, rs.getLong(1)); ResultSet r2 = ps.executeQuery();\n}',
      "reads",
    ],
    ["for (User u : users) { «entityManager.persist»(u); }", "writes"],
    [
      'for (User u : users) { «em.createQuery»("SELECT o FROM Order o WHERE o.user = :u").getResultList(); }',
      "reads",
    ],
    [
      "List<Author> authors = authorRepository.findAll();\nfor (Author a : authors) { System.out.println(«a.getBooks().size»()); }",
      "lazy",
    ],
    ['for (Item i : items) { «jdbcTemplate.update»("INSERT INTO t VALUES (?)", i.getId()); }', "writes"],
  ],
  kotlin: [
    ["for (o in orders) { o.customer = «customerRepository.findById»(o.customerId) }", "reads"],
    ["val x = ids.map { «userRepository.findById»(it) }", "reads"],
    ["orders.map { o -> transaction { «Items.select» { Items.orderId eq o.id }.toList() } }", "reads"],
    [
      'ids.forEach { id -> «jdbcTemplate.queryForObject»("SELECT * FROM t WHERE id = ?", mapper, id) }',
      "reads",
    ],
  ],
  csharp: [
    [
      "foreach (var o in orders) { o.Customer = await «_context.Customers.FindAsync»(o.CustomerId); }",
      "reads",
    ],
    ["foreach (var o in orders) { var items = «db.Items.Where»(i => i.OrderId == o.Id).ToList(); }", "reads"],
    ["var r = ids.Select(id => «_repository.GetById»(id)).ToList();", "reads"],
    [
      'foreach (var id in ids) { var u = await «connection.QueryFirstAsync»<User>("SELECT * FROM Users WHERE Id = @id", new { id }); }',
      "reads",
    ],
    [
      "foreach (var o in orders) { _context.Orders.Update(o); await «_context.SaveChangesAsync»(); }",
      "writes",
    ],
    ["foreach (var u in users) { var n = await «_userRepository.GetNameAsync»(u.Id); }", "reads"],
    [
      'foreach (var id in ids) { using var cmd = new «SqlCommand»($"SELECT * FROM T WHERE Id = {id}", conn); cmd.ExecuteReader(); }',
      "reads",
    ],
    ["await Task.WhenAll(ids.Select(async id => await «_db.Users.FindAsync»(id)));", "together"],
  ],
  ruby: [
    ['users.each { |u| «u.orders.where»(state: "x").count }', "lazy"],
    ["users.each do |u|\n  puts «Order.where»(user_id: u.id).sum(:total)\nend", "reads"],
    ["for u in users\n  «Order.find_by»(user_id: u.id)\nend", "reads"],
    ["ids.map { |id| «User.find»(id) }", "reads"],
    ["Post.all.each do |post|\n  puts «post.author.name»\nend", "lazy"],
    ["users.each do |u|\n  «u.update!»(a: 1)\nend", "writes"],
    ['users.find_each do |u|\n  «conn.exec_params»("SELECT * FROM t WHERE id = $1", [u.id])\nend', "reads"],
    [
      "if a\n  users.each do |u|\n    if u.ok?\n      «Account.find»(u.account_id)\n    end\n  end\nend\nAccount.find(1)",
      "reads",
    ],
  ],
  php: [
    ["foreach ($users as $user) { $posts = «Post::where»('user_id', $user->id)->get(); }", "reads"],
    [
      'foreach ($ids as $id) { $stmt = «$pdo->prepare»("SELECT * FROM t WHERE id = ?"); $stmt->execute([$id]); }',
      "reads",
    ],
    ["foreach ($ids as $id) { «$stmt->execute»([$id]); }", "reads"],
    ["foreach ($books as $b): echo «DB::table»('x')->where('b', $b->id)->count(); endforeach;", "reads"],
    ["$books = Book::all();\nforeach ($books as $book) { echo «$book->author->name»; }", "lazy"],
    ["collect($ids)->each(function ($id) { «User::find»($id); });", "reads"],
    ["foreach ($users as $u) { «$u->update»(['a' => 1]); }", "writes"],
    ["array_map(fn($id) => «$this->repository->find»($id), $ids);", "reads"],
    ["foreach ($users as $u) { $n = «$u->posts()->count»(); }", "lazy"],
    ['foreach ($ids as $id) { $r = «mysqli_query»($conn, "SELECT * FROM t WHERE id = $id"); }', "reads"],
    [
      "foreach ($orders as $o) { $c = «$this->em->getRepository»(Customer::class)->find($o->getCustomerId()); }",
      "reads",
    ],
    ['foreach ($rows as $row) { «$wpdb->get_results»("SELECT * FROM t WHERE id = 1"); }', "reads"],
  ],
  shell: [['while read id; do\n  «mysql» -e "SELECT * FROM t WHERE id = $id"\ndone < ids.txt', "reads"]],
};

const NONE: Readonly<Partial<Record<Language, readonly string[]>>> = {
  script: [
    "for (const u of users) { await userService.getProfile(u.id); }",
    'for (const batch of chunk(ids, 100)) { await db.query("SELECT * FROM a WHERE b = $1", [batch]); }',
    "for (const id of ids) { await redis.get(id); await fetch(`/a/${id}`); }",
    "const rows = list.map((id) => byId.get(id));",
    'for (let i = 0; i < 500; i++) { await db.query("SELECT * FROM a WHERE b = 1"); }',
    "for (const a of list) { const b = await prisma.b.findMany({ where: { id: { in: a.ids } } }); }",
    "for (const file of files) { const text = await fs.readFile(file); }",
    "for (const product of products) { await stripe.products.create({ name: product.name }); }",
    "for (const t of tables) { await client.query(`SELECT count(*) FROM ${t}`); }",
    "for (const story of stories) { await Jira.createStory({ summary: story.title }); }",
  ],
  python: [
    'for u in users:\n    r = requests.get(f"http://x/{u}")',
    'for book in Book.objects.select_related("author"):\n    print(book.author.name)',
    "books = Book.objects.all()\nfor book in books:\n    print(book.title.upper(), book.price.amount)",
    'for table in tables:\n    cur.execute(f"SELECT count(*) FROM {table}")',
    "for stmt in statements:\n    conn.execute(stmt)",
    'for x in ["a", "b"]:\n    db.execute("SELECT * FROM t WHERE a = ?", (x,))',
    "for chunk in chunks(ids, 500):\n    rows = Order.objects.filter(id__in=chunk)",
    'for line in f:\n    d.update({"a": line})',
    "for k in keys:\n    v = cache.get(k)",
    "for u in users:\n    names.append(u.name.strip())",
    "for p in paths:\n    if p.parent.exists(): p.parent.rmdir()",
    'for img in images:\n    img.save("a.png")',
    "objs = [Order(x=x) for x in xs]\nOrder.objects.bulk_create(objs)",
    'while True:\n    row = conn.execute("SELECT * FROM jobs WHERE a = 1").fetchone()',
    "orders = Order.objects.filter(user__in=[u for u in users])",
    'for user in User.objects.prefetch_related("orders"):\n    for order in user.orders.all():\n        print(order.id)',
    'for _ in range(1000):\n    session.execute(text("SELECT * FROM t WHERE a = 1"))',
    'for i in range(5):\n    session.execute(text("SELECT 1 FROM t"))',
  ],
  go: [
    'for {\n\tdb.Query("SELECT * FROM jobs WHERE a = 1")\n}',
    'for i := 0; i < 3; i++ { db.Query("SELECT 1 FROM t") }',
    "for _, f := range files { os.ReadFile(f) }",
    "for _, id := range ids { v, ok := cache.Get(id); q.Add(v) }",
    'for _, m := range []string{"a", "b"} { db.Exec("DELETE FROM t WHERE a = ?", m) }',
    'for i := 0; i < 100; i++ { go ctx.Where("name = ?", "ada").First(&user) }',
    'for i := 0; i < 1_000; i++ { db.Query("SELECT * FROM t WHERE a = 1") }',
    'for retry := range 10 { db.Query("SELECT * FROM t WHERE a = 1") }',
  ],
  java: [
    "for (Author a : authorRepository.findAllWithBooks()) { a.getBooks().size(); }",
    "for (List<Item> chunk : chunks) { itemRepository.saveAll(chunk); }",
    'for (String s : list) { map.get(s); set.remove(s); builder.append("SELECT * FROM t"); }',
    'for (Order o : orders) { log.info("SELECT {} FROM t", o); }',
    "orders.stream().map(o -> o.getCustomer().getName()).toList();",
    'for (Page<Order> page : pages) { orderRepository.findByStatus("x"); }',
  ],
  ruby: [
    "posts = Post.includes(:author)\nposts.each do |post|\n  puts post.author.name\nend",
    "users.each { |u| names << u.name.upcase }",
    "%w[a b].each { |x| Order.where(kind: x) }",
    "files.each do |f|\n  File.exist?(f)\n  Dir.mkdir(f)\nend",
    "users.map(&:id)\nOrder.where(user_id: ids)",
    "until complete\n  user_count = User.count\nend",
  ],
  php: [
    "foreach (Book::with('author')->get() as $book) { echo $book->author->name; }",
    "foreach ($ids as $id) { Cache::get($id); Http::get($id); Log::info($id); }",
    "foreach ($users as $user) { $names[] = $user->created_at->format('Y'); }",
    "foreach (User::with('posts')->get() as $user) { foreach ($user->posts as $post) { echo $post->title; } }",
    "Order::chunk(100, function ($orders) { return count($orders); });",
    "foreach ($items as $item) { $collection->where('a', $item->a); }",
  ],
  csharp: [
    "foreach (var o in orders) { list.Add(o.Items.Where(i => i.A == 1).ToList()); }",
    "foreach (var o in orders) { _context.Orders.Add(o); }\nawait _context.SaveChangesAsync();",
    "foreach (var o in orders) { total += o.Lines.Sum(l => l.Price); }",
    "while (!stoppingToken.IsCancellationRequested) { var due = await db.Emails.Where(e => !e.Sent).ToListAsync(); }",
  ],
  shell: ['for f in *.sql; do psql -f "$f"; done', 'for i in 1 2 3; do curl "http://x/$i"; done'],
};

for (const [language, rows] of Object.entries(FOUND))
  describe(`a query in a loop in ${language}`, () => {
    it.each(rows)("%s", (code, expected) => {
      const { text, spans } = unmark(code);
      const found = queriesInLoops(text, language as Language);
      const marked = mark(
        text,
        found.map(({ span }) => span),
      );
      expect(marked).toBe(mark(text, spans));
      expect(found.map(how).join(", ")).toBe(expected);
    });
  });

for (const [language, codes] of Object.entries(NONE))
  describe(`no query in a loop in ${language} is`, () => {
    it.each(codes)("%s", (code) => {
      expect(queriesInLoops(code, language as Language)).toEqual([]);
    });
  });
