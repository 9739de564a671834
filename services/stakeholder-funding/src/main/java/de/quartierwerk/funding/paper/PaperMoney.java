package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.ApplicationResponse;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.document.Wording;
import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.Programmes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a paper costs in each line and year, beside what is planned and left there (finanzielle Auswirkungen). */
@ApplicationScoped
class PaperMoney {

    private final Budgets budgets;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Wording words;

    PaperMoney(Budgets budgets, Programmes programmes, Ledger ledger, Wording words) {
        this.budgets = budgets;
        this.programmes = programmes;
        this.ledger = ledger;
        this.words = words;
    }

    /** A row for each line and year: line, account, year, amount of the paper, planned, available. */
    List<List<String>> rows(PaperRequest paper, List<ApplicationResponse> applications) {
        Map<LineYear, Money> amounts = new TreeMap<>();
        paper.budgetChanges()
                .forEach(each -> amounts.merge(new LineYear(each.line(), each.year()), each.amount(), Money::plus));
        Map<String, Programme> known = programmes.of(
                applications.stream().map(each -> each.content().programme()).collect(Collectors.toSet()));
        for (ApplicationResponse each : applications) {
            Programme programme = known.get(each.content().programme());
            if (programme != null) {
                for (YearAmount year : each.content().amounts()) {
                    amounts.merge(new LineYear(programme.budgetLine(), year.year()), year.amount(), Money::plus);
                }
            }
        }
        Balances balances = ledger.balances(amounts.keySet(), List.of(Account.PLAN, Account.AVAILABLE));
        List<List<String>> rows = new ArrayList<>();
        amounts.forEach((place, amount) -> rows.add(row(place, amount, balances)));
        return rows;
    }

    private List<String> row(LineYear place, Money amount, Balances balances) {
        Budgets.Name line = budgets.name(place.line());
        return List.of(
                line.name(),
                (line.product() + " " + line.account()).strip(),
                Integer.toString(place.year()),
                words.money(amount),
                words.money(
                        balances.of(place.line(), place.year(), Account.PLAN).absolute()),
                words.money(balances.of(place.line(), place.year(), Account.AVAILABLE)));
    }
}
