/** Calls of ORMs and query builders, by language: what each reads. Tools: `glossary/query/model/calls/`. */
import { describe, expect, it } from "vitest";
import { type Call, callsAnywhere, callsIn } from "../../glossary/query/model/calls/calls.ts";
import type { Language } from "../../glossary/query/model/code/languages.ts";
import type { Condition } from "../../glossary/query/model/conditions.ts";

/** `Order: and(state equal, total range)` */
function shown({ scope, unique }: Call): string {
  return `${scope.tables[0]?.name}: ${written(scope.where)}${unique ? ", unique" : ""}`;
}

function written(condition: Condition): string {
  if (condition.kind === "leaf") return `${condition.text} ${condition.how}`;
  if (condition.kind === "nothing") return "nothing";
  return `${condition.kind}(${condition.parts.map(written).join(", ")})`;
}

type Row = readonly [code: string, ...found: string[]];

const CALLS: Readonly<Partial<Record<Language, readonly Row[]>>> = {
  script: [
    [
      'await prisma.user.findFirst({ where: { email: { equals: mail, mode: "insensitive" } } })',
      "user: email insensitive",
    ],
    [
      'const posts = await this.prisma.post.findMany({ where: { authorId: id, published: true }, orderBy: { createdAt: "desc" }, take: 10 });',
      "post: and(authorId equal, published flag)",
    ],
    [
      'ctx.db.order.findMany({ where: { status: { in: ["A", "B"] }, createdAt: { gte: from, lte: to } } })',
      "order: and(status equal, createdAt range)",
    ],
    [
      'await prisma.order.findFirstOrThrow({ where: { AND: [{ status: "x" }, { total: { gt: 5 } }] } })',
      "order: and(status equal, total range)",
    ],
    [
      "await prisma.session.deleteMany({ where: { expiresAt: { lt: new Date() } } })",
      "session: expiresAt range",
    ],
    [
      "await prisma.order.aggregate({ _sum: { total: true }, where: { customerId } })",
      "order: customerId equal",
    ],
    [
      'await prisma.order.groupBy({ by: ["status"], where: { customerId }, _count: true })',
      "order: customerId equal",
    ],
    [
      'await prisma.order.updateMany({ where: { status: "open" }, data: { status: "closed" } })',
      "order: status equal",
    ],
    [
      "const r = await db.select({ id: users.id }).from(users).where(and(eq(users.orgId, orgId), isNull(users.deletedAt)));",
      "users: and(orgId equal, deletedAt null)",
    ],
    [
      "await db.select().from(schema.orders).where(gte(schema.orders.createdAt, day)).limit(5)",
      "orders: createdAt range",
    ],
    ["db.query.users.findFirst({ where: (users, { eq }) => eq(users.email, mail) })", "users: email equal"],
    ["await db.delete(sessions).where(lt(sessions.expiresAt, new Date()))", "sessions: expiresAt range"],
    [
      'await db.update(orders).set({ status: "x" }).where(inArray(orders.status, ["a"]))',
      "orders: status equal",
    ],
    [
      'await db.select().from(users).where(or(eq(users.email, a), ilike(users.name, "%x%")))',
      "users: or(email equal, name insensitive)",
    ],
    [
      'await userRepository.find({ where: { status: "active", createdAt: MoreThan(d) } })',
      "user: and(status equal, createdAt range)",
    ],
    ["await this.usersRepository.findOneBy({ email })", "users: email equal"],
    ["await dataSource.getRepository(User).findBy({ age: Between(1, 5) })", "User: age range"],
    ["await manager.findOne(User, { where: { email } })", "User: email equal"],
    [
      'const u = await repo.createQueryBuilder("user").leftJoinAndSelect("user.photos", "p").where("user.name = :name", { name }).andWhere("user.age > :age", { age }).getMany()',
      "user: and(name equal, age range)",
    ],
    [
      'await dataSource.createQueryBuilder().select("user").from(User, "user").where("user.email = :email", { email }).getOne()',
      "User: email equal",
    ],
    ["await User.findOne({ where: { email } })", "User: email equal"],
    [
      'await User.findAll({ where: { [Op.or]: [{ a: 1 }, { b: { [Op.like]: "%x" } }] } })',
      "User: or(a equal, b contains)",
    ],
    ['await User.findAndCountAll({ where: { status: "x" }, limit: 10 })', "User: status equal"],
    ["await User.update({ x: 1 }, { where: { lastName: null } })", "User: lastName null"],
    ['await User.destroy({ where: { status: "x" } })', "User: status equal"],
    ["await models.Order.count({ where: { customerId: 1 } })", "Order: customerId equal"],
    ["await User.find({ email: /x/i })", "User: email contains"],
    ["await User.findOne({ email: req.body.email })", "User: email equal"],
    [
      'await Order.find({ status: { $in: ["a"] }, total: { $gt: 5 } }).sort({ createdAt: -1 }).limit(5)',
      "Order: and(status equal, total range)",
    ],
    ['await Order.countDocuments({ status: "open" })', "Order: status equal"],
    ["await this.orderModel.find({ customerId }).exec()", "order: customerId equal"],
    [
      'await Order.aggregate([{ $match: { status: "A" } }, { $group: { _id: "$c" } }])',
      "Order: status equal",
    ],
    ['await Order.updateMany({ status: "x" }, { $set: { y: 1 } })', "Order: status equal"],
    ['await db.collection("orders").findOne({ number })', "orders: number equal"],
    [
      'await knex.select("*").from("users").where("age", ">", 18).andWhere({ active: true })',
      "users: and(age range, active flag)",
    ],
    ['await knex("users").whereIn("role", ["a"]).orderBy("x")', "users: role equal"],
    ['await knex("users").where({ email }).first()', "users: email equal"],
    ['await db("orders").where("status", "open").update({ status: "x" })', "orders: status equal"],
    [
      'await db.selectFrom("person").selectAll().where("first_name", "=", "A").executeTakeFirst()',
      "person: first_name equal",
    ],
    [
      'await db.updateTable("person").set({ a: 1 }).where("last_name", "like", "%x").execute()',
      "person: last_name contains",
    ],
    ['await db.deleteFrom("person").where("age", "<", 3).execute()', "person: age range"],
    ['await db.selectFrom("person").where((eb) => eb("a", "=", 1)).execute()'],
    ['await knex("t").whereRaw("lower(email) = ?", [x])', "t: lower(email) equal"],
    ["users.filter((u) => u.active);"],
    ["const one = list.find({ id: 1 });"],
    ["await prisma.order.findUnique({ where: { number } });"],
    ['test("finds", async () => { await prisma.order.findMany({ where: { state } }); });'],
    ['cy.get("a").find({ timeout: 5 });'],
    ['supabase.from("orders").select("*").eq("state", s);'],
    ["await User.findByPk(5);"],
    ["where: { a: 1 }"],
    ['await knex("users").where("login", undefined);'],
  ],
  python: [
    ['Order.objects.filter(status="open").order_by("-created")[:10]', "Order: status equal"],
    ['Order.objects.filter(Q(status="a") | Q(total__gt=5))', "Order: or(status equal, total range)"],
    ["orders = await Order.objects.filter(number=number).afirst()", "Order: number equal"],
    ['Entry.objects.select_related("blog").filter(headline__icontains="x")', "Entry: headline insensitive"],
    ["User.objects.get(email=email)", "User: email equal, unique"],
    ['Order.objects.exclude(status="x").filter(ref=ref).count()', "Order: ref equal"],
    ["Order.objects.filter(customer_id=cid)", "Order: customer_id equal"],
    ["Order.objects.filter(customer=customer)", "Order: customer equal"],
    ['Order.objects.filter(customer__name="x")'],
    ["session.query(User).filter(User.email == email).first()", "User: email equal"],
    ["session.query(User).filter_by(email=email).one_or_none()", "User: email equal"],
    [
      'db.session.query(Order).filter(Order.status == "x", Order.total > 5).all()',
      "Order: and(status equal, total range)",
    ],
    ['stmt = select(User).where(User.name.in_(["a", "b"]))', "User: name equal"],
    ["result = await session.execute(select(User).where(User.email == email))", "User: email equal"],
    ["db.session.execute(db.select(User).filter_by(username=username)).scalar_one()", "User: username equal"],
    ["User.query.filter_by(username=u).first()", "User: username equal"],
    ['User.query.filter(User.email.endswith("@x.com")).all()', "User: email contains"],
    [
      "select(User).where(and_(User.a == 1, or_(User.b == 2, User.c == 3)))",
      "User: and(a equal, or(b equal, c equal))",
    ],
    ['session.execute(update(User).where(User.status == "x").values(a=1))', "User: status equal"],
    ["session.execute(delete(Token).where(Token.expires_at < now))", "Token: expires_at range"],
    ["select(User).where(func.lower(User.email) == email)", "User: lower(email) equal"],
    ['session.query(func.count(Order.id)).filter(Order.state == "x").scalar()', "Order: state equal"],
    ['select(Order.id, Order.total).where(Order.state == "x")', "Order: state equal"],
    ["select(User).where(User.is_active.is_(True))", "User: is_active flag"],
    ["users = db.query(models.User).filter(models.User.email == email).first()", "User: email equal"],
    ['statement = select(Hero).where(Hero.name == "Deadpond")', "Hero: name equal"],
    ['select(users_table).where(users_table.c.name == "x")', "users_table: name equal"],
    ["queryset = self.get_queryset().filter(a=1)"],
    ["list(filter(lambda x: x.a == 1, xs))"],
    ['df.filter(items=["a"])'],
    ['self.client.get("/x/").filter(a=1)'],
    ['user.orders.filter(status="x")'],
    ["Order.objects.filter(**kwargs)"],
    ['Order.objects.filter(total=F("paid"))'],
    ['def test_a(self):\n    Order.objects.filter(state="x")'],
    ["session.query(A).join(B).filter(A.x == 1)"],
    ["select(Order).where(Order.customer == Customer.id)"],
    ["Order.objects.filter(deleted_at=None)"],
    ["Order.objects.filter(deleted_at__isnull=True, ref=ref)", "Order: ref equal"],
  ],
  ruby: [
    ["User.where(email: params[:email]).first", "User: email equal"],
    ["User.find_by(email: email)", "User: email equal"],
    ["User.find_by!(token: token)", "User: token equal"],
    [
      "Order.where(status: :open, created_at: 1.week.ago..).order(:created_at)",
      "Order: and(status equal, created_at range)",
    ],
    ['Order.where("created_at > ?", 1.day.ago)', "Order: created_at range"],
    ['Order.where("lower(email) = ?", e)', "Order: lower(email) equal"],
    ['Order.where.not(status: "x").where(ref: r)', "Order: ref equal"],
    ["Order.exists?(ref: ref)", "Order: ref equal"],
    ['Order.where status: "open"', "Order: status equal"],
    ['Order.includes(:items).where(status: "open")', "Order: status equal"],
    ["Order.find_by_number(params[:n])", "Order: number equal"],
    ['User.where(name: ["a", "b"])', "User: name equal"],
    ['User.where({ name: "x" })', "User: name equal"],
    ['Admin::User.where(role: "x").count', "User: role equal"],
    ["Order.where(paid_at: nil).find_each { |o| o.pay }", "Order: paid_at null"],
    ['Order.where("status = :s", s: x)', "Order: status equal"],
    ["Order.where(\"name LIKE '%x%'\")", "Order: name contains"],
    ["Order.unscoped.where(legacy_id: 4)", "Order: legacy_id equal"],
    ["Order.active.where(region: r)", "Order: region equal"],
    ["users.where(a: 1)"],
    ['File.exists?("a")'],
    ['Tag.find_by_sql("SELECT 1")'],
    ["User.where(provider: a, uid: b).first_or_create", "User: and(provider equal, uid equal), unique"],
    ["expect(User.where(a: 1)).to be_empty"],
    ["Order.joins(:items).where(items: { a: 1 })"],
    ["User.find(1)"],
    ['Order.where("a = ? AND (b = ? OR c IS NULL)", 1, 2)', "Order: and(a equal, or(b equal, c null))"],
  ],
  java: [
    [
      'interface UserRepository extends JpaRepository<User, Long> {\n  Optional<User> findByEmail(String email);\n  List<User> findByLastNameAndFirstName(String l, String f);\n  List<User> findByAgeGreaterThanOrderByNameDesc(int a);\n  List<User> findByNameContainingIgnoreCase(String n);\n  @Query("SELECT u FROM User u WHERE u.x = ?1")\n  List<User> findByFoo(String s);\n  boolean existsByEmail(String e);\n  Page<User> findAll(Pageable p);\n}',
      "User: email equal",
      "User: and(lastName equal, firstName equal)",
      "User: age range",
      "User: lower(name) equal",
      "User: email equal",
    ],
    [
      "public interface OrderRepository extends CrudRepository<Order, UUID> { List<Order> findTop10ByStatusOrderByCreatedAtDesc(Status s); long countByStatus(Status s); void deleteByExpiresAtBefore(Instant i); }",
      "Order: status equal",
      "Order: status equal",
      "Order: expiresAt range",
    ],
    ["Order o = orderRepository.findByNumber(number).orElseThrow();", "order: number equal"],
    [
      "List<Order> os = this.orderRepo.findAllByCustomerIdAndStatusIn(id, list);",
      "order: and(customerId equal, status equal)",
    ],
    ["userRepository.findById(id);", "user: id equal"],
    ["list.stream().filter(x -> x.getA() == 1);"],
    ["restTemplate.getForObject(url);"],
    ["orderRepository.findByIdForUpdate(id);", "order: id equal"],
    ["orderRepository.findByIdWithItems(id);", "order: id equal"],
    ["interface Finder { List<Order> findByState(String s); }"],
    ['when(orderRepository.findByNumber("1")).thenReturn(o);'],
    ['orderRepository.findByStateNot("x");'],
  ],
  kotlin: [
    [
      "interface UserRepository : JpaRepository<User, Long> {\n  fun findByEmail(email: String): User?\n}",
      "User: email equal",
    ],
    ["val u = userRepository.findByEmail(email)", "user: email equal"],
    [
      'Users.selectAll().where { (Users.age greater 5) and (Users.name like "%x") }',
      "Users: and(age range, name contains)",
    ],
    ['Users.select { Users.city eq "x" }.map { it[Users.name] }', "Users: city equal"],
    ["Users.deleteWhere { Users.age less 3 }", "Users: age range"],
    ["User.find { Users.email eq mail }", "User: email equal"],
  ],
  csharp: [
    ["var u = await _context.Users.FirstOrDefaultAsync(u => u.Email == email);", "Users: Email equal"],
    [
      'var list = db.Orders.Include(o => o.Items).Where(o => o.Status == "x" && o.Total > 5).ToList();',
      "Orders: and(Status equal, Total range)",
    ],
    ['var q = from o in db.Orders where o.Status == "x" select o;', "Orders: Status equal"],
    [
      'await context.Set<Order>().Where(o => o.Number.StartsWith("A")).ToListAsync();',
      "Order: Number prefix",
    ],
    ["await _dbContext.Orders.AnyAsync(o => o.Ref == r, cancellationToken);", "Orders: Ref equal"],
    ['_db.Blogs.Where(b => EF.Functions.Like(b.Title, "%x%"))', "Blogs: Title contains"],
    ["_db.Blogs.Where(b => b.Title.ToLower() == t)", "Blogs: lower(Title) equal"],
    ["_db.Blogs.Where(b => ids.Contains(b.Code))", "Blogs: Code equal"],
    [
      "_db.Blogs.AsNoTracking().OrderBy(b => b.X).Where(b => !b.IsDeleted && b.Rating >= 3)",
      "Blogs: Rating range",
    ],
    ["var u = await _context.Users.FindAsync(id);"],
    ["var x = list.Where(o => o.A == 1).ToList();"],
    [
      "await _context.Users.Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.A, 1));",
      "Users: Id equal",
    ],
    ["_context.Orders.Where(o => o.Customer.Name == n)"],
    [
      "return await _context.Orders\n    .Where(x => x.CustomerId == customerId)\n    .ToListAsync();",
      "Orders: CustomerId equal",
    ],
    ["orders.Where(o => o.A == 1);"],
    ["var a = _context.Orders.ToList().Where(o => o.A == 1);"],
    ["_context.Orders.Where(o => o.Lines.Any(l => l.A == 1));"],
    ['_httpContext.Request.Headers.Where(h => h.Key == "a");'],
  ],
  php: [
    ["User::where('email', $email)->first();", "User: email equal"],
    ["$users = User::where([['status', '=', '1'], ['subscribed', '<>', '1']])->get();", "User: status equal"],
    [
      "DB::table('users')->where('votes', '>', 100)->orWhere('name', 'John')->get();",
      "users: or(votes range, name equal)",
    ],
    [
      "Order::query()->where('status', 'x')->whereBetween('total', [1, 5])->get();",
      "Order: and(status equal, total range)",
    ],
    ["Order::with('items')->where('status', $s)->paginate();", "Order: status equal"],
    ["User::firstWhere('email', $email);", "User: email equal"],
    ["User::whereEmail($email)->first();", "User: email equal"],
    ["User::whereIn('role', ['a'])->get();", "User: role equal"],
    ["Order::where('status', 'open')->where(function ($q) { $q->where('a', 1); })->get();"],
    ["Route::get('/user/{name}', fn () => 1)->where('name', '[A-Z]+');"],
    ["$users->where('x', 1);"],
    ["Order::whereDate('created_at', today())->count();", "Order: date(created_at) equal"],
    ["Order::where('user_id', auth()->id())->latest()->get();", "Order: user_id equal"],
    ["App\\Models\\User::where('email', $e)->first();", "User: email equal"],
    ["DB::connection('x')->table('orders')->where('state', 1)->get();", "orders: state equal"],
    ["$query->where('a', 1);"],
    ["User::whereBelongsTo($team)->get();"],
    ["User::find(1);"],
    ["Post::whereHas('comments', fn ($q) => $q->where('a', 1))->get();"],
    ["Cache::get('a');"],
    ["Invoice::wherePast('due_at')->get();", "Invoice: due_at range"],
  ],
  go: [
    ['db.Where("name = ?", "jinzhu").First(&user)', "user: name equal"],
    ['db.Where("name <> ?", "x").Find(&users)'],
    [
      'var users []models.User\nr.db.WithContext(ctx).Where("age >= ? AND role = ?", 5, "x").Find(&users)',
      "User: and(age range, role equal)",
    ],
    ['db.First(&user, "email = ?", email)', "user: email equal"],
    ['db.Where(&User{Name: "x", Age: 20}).First(&user)', "user: and(Name equal, Age equal)"],
    ['db.Where(map[string]interface{}{"name": "x"}).Find(&users)', "users: name equal"],
    ['db.Model(&User{}).Where("active = ?", true).Update("name", "x")', "User: active equal"],
    ['db.Table("orders").Where("status = ?", s).Count(&n)', "orders: status equal"],
    ["db.First(&user, 10)"],
    ['if err := s.DB.Where("email = ?", email).First(&u).Error; err != nil { }', "u: email equal"],
    ['db.Where("email LIKE ?", "%x").Delete(&Email{})', "Email: email prefix"],
    [
      'tx.Where("status IN ?", []string{"a"}).Or("x = ?", 1).Find(&orders)',
      "orders: or(status equal, x equal)",
    ],
    ['db.Preload("Items").Where("number = ?", n).First(&order)', "order: number equal"],
    ['strings.Where("a = ?", 1)'],
    ['db.Joins("Company").Where("a = ?", 1).Find(&users)'],
    ["rows.First(&x)"],
  ],
};

for (const [language, rows] of Object.entries(CALLS))
  describe(`calls in ${language}`, () => {
    it.each(rows)("%s", (code, ...found) => {
      expect(callsIn(code, language as Language).map(shown)).toEqual(found);
    });
  });

describe("calls in inline code", () => {
  const ROWS: readonly Row[] = [
    ["prisma.order.findMany({ where: { status } })", "order: status equal"],
    ['Order.objects.filter(status="open")', "Order: status equal"],
    ["User.where(email: email)", "User: email equal"],
    ["User.find_by(email: email)", "User: email equal"],
    ["userRepository.findByEmail(email)", "user: email equal"],
    ["userRepo.findOneBy({ email })", "user: email equal"],
    ["_context.Users.FirstOrDefault(u => u.Email == e)", "Users: Email equal"],
    ["User::where('email', $e)->first()", "User: email equal"],
    ['db.Where("email = ?", e).First(&u)', "u: email equal"],
    ["knex('users').where('email', e)", "users: email equal"],
    ["db.select().from(users).where(eq(users.email, e))", "users: email equal"],
    ["session.query(User).filter(User.email == e)", "User: email equal"],
    ["select(User).where(User.email == e)", "User: email equal"],
    ["User.query.filter_by(email=e)", "User: email equal"],
    ["Users.select { Users.email eq e }", "Users: email equal"],
    ["User.findOne({ email })", "User: email equal"],
    ["User.findOne({ where: { email } })", "User: email equal"],
    ["array.filter(x => x.a === 1)"],
    ["users.find(u => u.id === 3)"],
    ["list.Where(x => x.A == 1)"],
    ["_.find(users, { age: 1 })"],
    ['cy.find("x")'],
    ['page.find({ text: "x" })'],
    ["DB::table('users')->where('email', $e)->get()", "users: email equal"],
    ["findByEmail(email)"],
    ["findAll({ where: { x: 1 } })"],
    ['Order.where("total > ?", 5)', "Order: total range"],
  ];
  it.each(ROWS)("%s", (code, ...found) => {
    expect(callsAnywhere(code).map(shown)).toEqual(found);
  });
});
