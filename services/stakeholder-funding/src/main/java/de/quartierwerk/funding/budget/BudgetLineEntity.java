package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;

/** Row of a budget line. */
@Entity
@Table(name = "budget_line")
class BudgetLineEntity {

    /** Begins the name of a group that holds one line only; no key can begin so. */
    private static final String OWN_GROUP = "line=";

    @Id
    String code;

    long version;
    String name;
    String product;
    String account;

    @Column(name = "cover_group")
    String coverGroup;

    @Convert(converter = BudgetYearsConverter.class)
    List<BudgetYear> years;

    static String groupOf(String code, BudgetLineBody body) {
        return body.coverGroup() == null ? OWN_GROUP + code : body.coverGroup();
    }

    void set(BudgetLineBody body) {
        name = body.name();
        product = body.product();
        account = body.account();
        coverGroup = groupOf(code, body);
        years = body.years();
        version++;
    }

    BudgetLineBody body() {
        String shared = coverGroup.startsWith(OWN_GROUP) ? null : coverGroup;
        return new BudgetLineBody(name, product, account, shared, years);
    }

    BudgetLine view(Map<Integer, Money> committed, Map<Integer, Money> available) {
        List<BudgetLine.Balance> balances = years.stream()
                .map(year -> new BudgetLine.Balance(
                        year.year(),
                        year.authorised(),
                        committed.getOrDefault(year.year(), Money.ZERO),
                        available.getOrDefault(year.year(), Money.ZERO)))
                .toList();
        return new BudgetLine(code, name, product, account, body().coverGroup(), years, balances);
    }
}
