package de.quartierwerk.funding.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A budget line (Haushaltsposition). */
@Entity
class BudgetLine {

    /** Begins the name of a group that holds one line only; no key can begin so. */
    private static final String OWN_GROUP = "line=";

    @Id
    String code;

    @Version
    long version = 1;

    String name;

    @Nullable
    String product;

    @Nullable
    String account;

    String coverGroup;

    @JdbcTypeCode(SqlTypes.JSON)
    List<BudgetYear> years;

    /** The group of a line: the one that it shares, or its own. */
    static String groupOf(String code, @Nullable String shared) {
        return shared == null ? OWN_GROUP + code : shared;
    }

    /** The group as callers know it; a line's own group has no name for them. */
    static @Nullable String shared(String coverGroup) {
        return coverGroup.startsWith(OWN_GROUP) ? null : coverGroup;
    }

    void set(BudgetLineRequest request) {
        name = request.name();
        product = request.product();
        account = request.account();
        coverGroup = groupOf(code, request.coverGroup());
        years = request.years();
    }

    BudgetLineRequest request() {
        return new BudgetLineRequest(name, product, account, shared(coverGroup), years);
    }

    BudgetLineRow row() {
        return new BudgetLineRow(code, name, product, account, coverGroup, years);
    }
}
