package de.quartierwerk.funding.paymentorder;

import de.quartierwerk.funding.bankdetails.BankAccount;
import de.quartierwerk.funding.budget.LineShare;
import de.quartierwerk.kit.web.CsvAnswer;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The file of orders that the treasury reads: a row for what each line gives; nothing in it changes later. */
final class BatchFile {

    private static final List<String> HEADER = List.of(
            "batch",
            "order",
            "recipient",
            "holder",
            "iban",
            "bic",
            "amount",
            "currency",
            "dueOn",
            "purpose",
            "line",
            "product",
            "account",
            "year");

    private BatchFile() {}

    static StreamingOutput of(int number, List<PaymentOrder> orders) {
        List<List<Object>> rows = new ArrayList<>();
        for (PaymentOrder order : orders) {
            BankAccount to = order.account();
            for (LineShare part : order.parts()) {
                rows.add(Arrays.asList(
                        number,
                        order.id(),
                        CsvAnswer.code(order.recipient()),
                        to == null ? null : to.holder(),
                        to == null ? null : CsvAnswer.code(to.iban()),
                        to == null ? null : CsvAnswer.code(to.bic()),
                        part.amount().value(),
                        part.amount().currency(),
                        order.dueOn(),
                        order.call(),
                        CsvAnswer.code(part.line()),
                        CsvAnswer.code(part.product()),
                        CsvAnswer.code(part.account()),
                        order.year()));
            }
        }
        return CsvAnswer.of(HEADER, rows);
    }
}
