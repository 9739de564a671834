package de.quartierwerk.funding.ledger;

import de.quartierwerk.funding.ledger.Movement.Place;
import de.quartierwerk.funding.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What lies on accounts (Salden). */
public final class Balances {

    private final Map<Place, Money> money = new HashMap<>();

    /** Notes a balance. */
    public Balances put(String line, int year, Account account, Money amount) {
        money.put(new Place(line, year, account), amount);
        return this;
    }

    /** The balance of an account; nothing where nothing was posted. */
    public Money of(String line, int year, Account account) {
        return Objects.requireNonNullElse(money.get(new Place(line, year, account)), Money.ZERO);
    }

    /** The sum of several accounts of a line's year. */
    public Money of(String line, int year, List<Account> accounts) {
        return Money.sum(
                accounts.stream().map(account -> of(line, year, account)).toList());
    }

    /** The sum of an account over all lines and years. */
    public Money total(Account account) {
        return Money.sum(money.entrySet().stream()
                .filter(each -> each.getKey().account() == account)
                .map(Map.Entry::getValue)
                .toList());
    }

    /** What lies on an account, line by line and year by year, in the order of the years. */
    public void each(Account account, BiConsumer<LineYear, Money> use) {
        money.entrySet().stream()
                .filter(each ->
                        each.getKey().account() == account && each.getValue().positive())
                .map(each -> Map.entry(
                        new LineYear(each.getKey().line(), each.getKey().year()), each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> use.accept(each.getKey(), each.getValue()));
    }
}
