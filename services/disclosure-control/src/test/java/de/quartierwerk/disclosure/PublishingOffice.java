package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An office that publishes the figures of a generated region in several releases. */
final class PublishingOffice {
    /** What the office leaves out, to show that it matters. */
    enum Without {
        NOTHING,
        SECONDARY,
        COMPLEMENT,
        HISTORY
    }

    private final GeneratedRegion region;
    private final Without without;
    private final List<Published> published = new ArrayList<>();
    private long release;
    private int refused;

    PublishingOffice(GeneratedRegion region, Without without) {
        this.region = region;
        this.without = without;
    }

    /** Publishes everything that changed. */
    void publish() {
        publish(Item.DELIVERED);
    }

    /** Publishes what changed of some items, and what is computed from them. */
    void publish(List<Item> items) {
        release++;
        List<Published> fresh = new ArrayList<>();
        for (Item item : items) {
            for (int space = 0; space < region.tree().size(); space++) {
                publish(fresh, item, space, region.isKept(item, space), region.figures(item, space));
            }
        }
        for (int space = 0; space < region.tree().size(); space++) {
            Published part = latest(fresh, Item.PART, space);
            Published other = latest(fresh, Item.OTHER, space);
            Published population = latest(fresh, Item.POPULATION, space);
            if (part != null && other != null) {
                publish(fresh, Item.TOTAL, space, part.kept || other.kept, part.first + other.first, Double.NaN);
            }
            if (part != null && population != null) {
                publish(fresh, Item.SHARE, space, part.kept, part.first, population.first);
            }
        }
        control(fresh);
    }

    /** Corrects and publishes; a refused correction is undone. */
    void correct() {
        Runnable undo = region.correct();
        int before = refused;
        publish();
        if (refused > before) {
            undo.run();
        }
    }

    /** Publishes all but one space, then that space, whose totals are known by then. */
    void publishWithLateSpace() {
        Runnable deliver = region.holdBack();
        publish();
        deliver.run();
        publish();
    }

    int refused() {
        return refused;
    }

    long releases() {
        return release;
    }

    GeneratedRegion region() {
        return region;
    }

    List<Published> published() {
        return published;
    }

    private Published latest(List<Published> fresh, Item item, int space) {
        Published latest = null;
        for (List<Published> list : List.of(published, fresh)) {
            for (Published each : list) {
                if (each.item == item && each.space == space) {
                    latest = each;
                }
            }
        }
        return latest;
    }

    private void publish(List<Published> fresh, Item item, int space, boolean kept, double... figures) {
        Published before = latest(List.of(), item, space);
        if (figures != null
                && (before == null || !Arrays.equals(figures, new double[] {before.first, before.second}))) {
            fresh.add(new Published(item, space, release, kept, figures));
        }
    }

    private void control(List<Published> fresh) {
        for (Published each : fresh) {
            each.reason = primary(fresh, each);
            each.denominatorHidden = each.reason != null && !each.reason.leavesDenominator();
        }
        List<Published> all = new ArrayList<>(published);
        all.addAll(fresh);
        if (without != Without.SECONDARY && !secondary(all, fresh)) {
            refused++;
            return;
        }
        for (Published each : all) {
            each.wasPublic |= each.reason == null;
            each.denominatorWasPublic |= !each.denominatorHidden;
        }
        published.addAll(fresh);
    }

    private Reason primary(List<Published> fresh, Published each) {
        boolean count = each.item.measure == Measure.COUNT;
        Inputs inputs = Inputs.PUBLIC;
        if (each.item == Item.SHARE) {
            boolean denominator = latest(fresh, Item.POPULATION, each.space).reason != null;
            boolean numerator = latest(fresh, Item.PART, each.space).reason != null;
            inputs = denominator ? Inputs.SECRET_DENOMINATOR : numerator ? Inputs.SECRET : Inputs.PUBLIC;
        }
        BigDecimal first = BigDecimal.valueOf((long) each.first);
        BigDecimal second = count ? null : BigDecimal.valueOf((long) each.second);
        Rules rules = new Rules(
                each.item.measure, BigDecimal.valueOf(3), BigDecimal.valueOf(100), each.item == Item.SHARE, null);
        Reason reason = new PrimaryControl(rules)
                .decide(new Cell(count ? first : BigDecimal.ONE, count ? null : first, second, each.kept, true, inputs))
                .reason();
        return without == Without.COMPLEMENT && reason == Reason.SMALL_COMPLEMENT ? null : reason;
    }

    private boolean secondary(List<Published> all, List<Published> fresh) {
        List<Published> looked = new ArrayList<>(all);
        if (without == Without.HISTORY) {
            looked.removeIf(each -> latest(fresh, each.item, each.space) != each);
        }
        Cells cells = new Cells(
                Item.series(), region.tree(), (series, space) -> (series * 31L + space) * 0x9E3779B97F4A7C15L);
        for (Published each : looked) {
            boolean isFresh = without == Without.HISTORY || each.release == release;
            cells.add(
                    each.item.number(),
                    new Cells.Revision(
                            each.space,
                            without == Without.HISTORY ? release : each.release,
                            each.kept ? Double.NaN : each.first,
                            each.kept ? Double.NaN : each.second,
                            each.reason != null,
                            each.denominatorHidden,
                            isFresh,
                            isFresh && each.reason != null && each.reason.isNumerator(),
                            each.item == Item.RATIO && each.reason == Reason.SMALL_DENOMINATOR,
                            each.reason == Reason.DERIVABLE));
        }
        boolean possible = SecondaryControl.apply(cells, release).isEmpty();
        for (int i = 0; possible && i < looked.size(); i++) {
            if (cells.isChanged(i)) {
                looked.get(i).denominatorHidden = cells.isDenominatorHidden(i);
                looked.get(i).reason = Reason.DERIVABLE;
            }
        }
        return possible;
    }
}
