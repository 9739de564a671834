package de.quartierwerk.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.acceptance.faults.History.Span;
import de.quartierwerk.acceptance.faults.History.Wrong;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.local.LocalService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Takes applications from the draft to the payment, some of them not all the way. */
final class FundingPerson extends Person {
    private static final String ROOT = "/funding/v1/";
    private static final String MONEY = "{\"amount\":\"%s\",\"currency\":\"EUR\"}";
    private static final BigDecimal GRANT = new BigDecimal("20000.00");
    private static final BigDecimal PAYMENT = new BigDecimal("1234.50");

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private final int year = today.getYear() + 1;
    private final Map<String, Kept> applications = new LinkedHashMap<>();
    private int number;

    private record Kept(String state, boolean granted, boolean paid, Span written) {}

    FundingPerson(Ground ground, Random random, Integrator api, History history) {
        super(ground.prefix() + "f", random, api, history);
    }

    @Override
    void turn() {
        if (number == 0) {
            api.put(ROOT + "budget-lines/" + name, "funding-officer", """
                            {"name":"Probe","product":"05.03.06","account":"531800",
                             "years":[{"year":%d,"planned":%s}]}""".formatted(
                            year, MONEY.formatted("90000000.00")));
            api.put(ROOT + "programmes/" + name, "funding-officer", """
                            {"name":"Probe","budgetLine":"%s","criteria":[]}""".formatted(name));
        }
        Instant begin = Instant.now();
        String id = api.post(
                        ROOT + "applications", "supplier", """
                        {"programme":"%1$s","title":"%1$s-%2$d","purpose":"Beratung","spaces":["99001001-01"],
                         "period":{"from":"%3$d-01-01","to":"%3$d-12-31"},
                         "amounts":[{"year":%3$d,"amount":%4$s}]}""".formatted(name, number++, year, MONEY.formatted(GRANT)))
                .orFail()
                .json()
                .get("id")
                .asText();
        audited(LocalService.FUNDING, "application-created", "applications/" + id);
        step(id, "supplier", "submission", "{}");
        JsonNode body = step(id, "funding-officer", "assessment", "{\"recommendation\":\"grant\"}")
                .get("competentBody");
        body.get("consult")
                .forEach(committee -> step(id, "clerk", "consultations", """
                        {"body":"%s","heldOn":"%s","result":"recommended"}""".formatted(
                                committee.get("body").asText(), today)));
        JsonNode state =
                step(id, "clerk", "decision", """
                        {"body":"%s","decidedOn":"%s","result":"granted","paperNumber":"2024/0123",
                         "votes":{"unanimous":true}}""".formatted(body.get("code").asText(), today));
        if (oneIn(4)) {
            keep(id, state, false, begin);
            return;
        }
        state = step(id, "funding-officer", "agreement", """
                        {"kind":"notice","number":"%s-%d","signedOn":"%s"}""".formatted(name, number, today));
        if (oneIn(4)) {
            keep(id, state, false, begin);
            return;
        }
        pay(id);
        keep(id, api.get(ROOT + "applications/" + id, "clerk").orFail().json(), true, begin);
    }

    private void pay(String id) {
        JsonNode certified = step(id, "funding-officer", "payments", """
                        {"year":%d,"amount":%s}""".formatted(year, MONEY.formatted(PAYMENT)));
        String payment = certified.at("/payments/0/id").asText();
        String order = "payments/" + payment + "/order";
        refused(api.post(path(id, order), "funding-officer", "{}", condition(id, "funding-officer")));
        step(id, "funding-officer2", order, "{}");
        api.post(ROOT + "payment-orders/" + payment + "/confirmation", "funding-officer", """
                        {"paidOn":"%s","reference":"%s"}""".formatted(today, name))
                .orFail();
    }

    private void keep(String id, JsonNode state, boolean paid, Instant begin) {
        applications.put(id, new Kept(state.get("state").asText(), true, paid, new Span(begin, Instant.now())));
    }

    private JsonNode step(String id, String user, String step, String body) {
        Answer answer =
                api.post(path(id, step), user, body, condition(id, user)).orFail();
        return answer.json();
    }

    private static String path(String id, String step) {
        return ROOT + "applications/" + id + "/" + step;
    }

    private Map<String, String> condition(String id, String user) {
        return Map.of(
                "If-Match",
                api.get(ROOT + "applications/" + id, user)
                        .orFail()
                        .header("ETag")
                        .orElseThrow());
    }

    @Override
    void check(Checker checker) throws Exception {
        checker.exactly(
                LocalService.FUNDING,
                "select id from application where programme = '" + name + "'",
                applications.keySet(),
                "application");
        Map<String, List<String>> states = checker.keyed(
                LocalService.FUNDING,
                "select id, state, jsonb_array_length(payments) from application where programme = '" + name + "'");
        Map<String, List<String>> ledger = checker.keyed(LocalService.FUNDING, """
                        select application, sum(cents) filter (where account = 'committed'),
                            sum(cents) filter (where account in ('ordered', 'paid'))
                        from journal where line = '%s' and application is not null group by 1""".formatted(name));
        applications.forEach((id, kept) -> {
            List<String> row = states.get(id);
            if (row != null && !row.equals(List.of(kept.state(), kept.paid() ? "1" : "0"))) {
                history.found(Wrong.DIFFERENT, "application " + id + " " + row + " for " + kept, kept.written());
            }
            long paid = kept.paid() ? cents(PAYMENT) : 0;
            List<String> booked = ledger.get(id);
            if (booked == null) {
                history.found(Wrong.LOST, "ledger of " + id, kept.written());
            } else if (number(booked.get(0)) + number(booked.get(1)) != cents(GRANT) || number(booked.get(1)) != paid) {
                history.found(Wrong.DIFFERENT, "ledger of " + id + " " + booked + " for " + kept, kept.written());
            }
        });
        if (!api.get(ROOT + "ledger/verification", "auditor")
                .orFail()
                .json()
                .get("ok")
                .asBoolean()) {
            history.found(Wrong.DIFFERENT, "the ledger does not verify");
        }
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    private static long number(String cell) {
        return cell.equals("null") ? 0 : Long.parseLong(cell);
    }
}
