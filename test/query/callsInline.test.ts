/** Calls in inline code, whose language nothing tells. */
import { describe, expect, it } from "vitest";
import { callsAnywhere } from "../../glossary/query/model/calls/calls.ts";
import { shownCall } from "./report.ts";

type Row = readonly [code: string, ...found: string[]];

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
    expect(callsAnywhere(code).map(shownCall)).toEqual(found);
  });
});
