package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.application.ApplicationContent;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.InputError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads receipts from the rows of a table, and says row by row what is wrong with them. */
final class ReceiptRules {

    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern GERMAN_AMOUNT = Pattern.compile("-?(\\d{1,3}(\\.\\d{3})+|\\d{1,12})(,\\d{1,2})?");
    private static final Pattern PLAIN_AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");

    private final ApplicationContent content;
    private final Set<String> items;
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();
    private final Map<Receipt, Integer> seen = new HashMap<>();

    private ReceiptRules(ApplicationContent content) {
        this.content = content;
        this.items = content.costs() == null
                ? Set.of()
                : content.costs().stream()
                        .map(ApplicationContent.CostItem::item)
                        .collect(Collectors.toSet());
    }

    /**
     * What was read.
     *
     * @param receipts receipts of the rows that are right
     * @param errors what is wrong, with line and column
     */
    record Read(List<Receipt> receipts, List<InputError> errors) {

        Read {
            receipts = List.copyOf(receipts);
            errors = List.copyOf(errors);
        }
    }

    /** Reads the rows; the first has the titles of the columns. */
    static Read read(List<ReceiptTable.Line> lines, ApplicationContent content) {
        ReceiptRules rules = new ReceiptRules(content);
        if (lines.isEmpty()) {
            throw ReceiptTable.unreadable();
        }
        Map<ReceiptColumn, Integer> columns = columns(lines.get(0));
        for (ReceiptColumn needed : List.of(ReceiptColumn.DATE, ReceiptColumn.ITEM, ReceiptColumn.AMOUNT)) {
            if (!columns.containsKey(needed)) {
                rules.errors.add(InputError.inFile(
                        lines.get(0).line(), needed.title(), "receipts.column-missing", null, needed.title()));
            }
        }
        if (rules.errors.isEmpty()) {
            lines.subList(1, lines.size()).forEach(line -> rules.row(line, columns));
        }
        return new Read(rules.receipts, rules.errors);
    }

    private static Map<ReceiptColumn, Integer> columns(ReceiptTable.Line header) {
        Map<ReceiptColumn, Integer> columns = new EnumMap<>(ReceiptColumn.class);
        for (int i = 0; i < header.cells().size(); i++) {
            ReceiptColumn column = ReceiptColumn.of(header.cells().get(i));
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private void row(ReceiptTable.Line line, Map<ReceiptColumn, Integer> columns) {
        int before = errors.size();
        LocalDate date = date(line, cell(line, columns, ReceiptColumn.DATE));
        Money amount = amount(line, cell(line, columns, ReceiptColumn.AMOUNT));
        String item = item(line, cell(line, columns, ReceiptColumn.ITEM));
        if (errors.size() > before || date == null || amount == null) {
            return;
        }
        Receipt receipt = new Receipt(
                cell(line, columns, ReceiptColumn.NUMBER),
                date,
                cell(line, columns, ReceiptColumn.PAYEE),
                item,
                amount);
        Integer first = seen.putIfAbsent(receipt, line.line());
        if (first != null) {
            add(line, ReceiptColumn.AMOUNT, "receipts.repeated", amount.amount(), first);
        } else {
            receipts.add(receipt);
        }
    }

    private static String cell(ReceiptTable.Line line, Map<ReceiptColumn, Integer> columns, ReceiptColumn column) {
        Integer at = columns.get(column);
        return at == null || at >= line.cells().size()
                ? ""
                : line.cells().get(at).strip();
    }

    private @Nullable LocalDate date(ReceiptTable.Line line, String text) {
        LocalDate date;
        try {
            date = text.contains(".") ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            add(line, ReceiptColumn.DATE, "receipts.date", text, text);
            return null;
        }
        ApplicationContent.Period period = content.period();
        if (period != null && (date.isBefore(period.from()) || date.isAfter(period.to()))) {
            add(line, ReceiptColumn.DATE, "receipts.outside-period", text, date);
        }
        return date;
    }

    private @Nullable Money amount(ReceiptTable.Line line, String text) {
        String plain = text.replace("EUR", "").replace("€", "").strip();
        BigDecimal value;
        if (PLAIN_AMOUNT.matcher(plain).matches()) {
            value = new BigDecimal(plain);
        } else if (GERMAN_AMOUNT.matcher(plain).matches()) {
            value = new BigDecimal(plain.replace(".", "").replace(',', '.'));
        } else {
            add(line, ReceiptColumn.AMOUNT, "receipts.amount", text, text);
            return null;
        }
        if (value.signum() <= 0) {
            add(line, ReceiptColumn.AMOUNT, "amount.not-positive", text);
        }
        return Money.of(value);
    }

    private String item(ReceiptTable.Line line, String text) {
        if (text.isEmpty()) {
            add(line, ReceiptColumn.ITEM, "field.missing", null, ReceiptColumn.ITEM.title());
        } else if (!items.isEmpty() && !items.contains(text)) {
            add(line, ReceiptColumn.ITEM, "receipts.item-unknown", text, text);
        }
        return text;
    }

    private void add(
            ReceiptTable.Line line, ReceiptColumn column, String code, @Nullable String value, Object... arguments) {
        errors.add(InputError.inFile(line.line(), column.title(), code, value, arguments));
    }
}
