package de.quartierwerk.classification.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A vector in the form in which it is stored; absent numbers are stored as 0 and marked as absent. */
final class Vector {
    static final byte HAS_VALUE = 1;
    static final byte HAS_NUMERATOR = 2;
    static final byte HAS_DENOMINATOR = 4;
    /** The public must not see the value. */
    static final byte GUARDED = 8;

    /** The public sees a rounded value. */
    static final byte HAS_PUBLIC = 16;

    private final ByteBuffer ordinals;
    private final ByteBuffer numbers;
    private final ByteBuffer numerators;
    private final ByteBuffer denominators;
    private final ByteBuffer publicNumbers;
    private final byte[] marks;

    Vector(int size) {
        this(
                new byte[size * Integer.BYTES],
                new byte[size * Double.BYTES],
                new byte[size * Double.BYTES],
                new byte[size * Double.BYTES],
                new byte[size * Double.BYTES],
                new byte[size]);
    }

    Vector(
            byte[] ordinals,
            byte[] numbers,
            byte[] numerators,
            byte[] denominators,
            byte @Nullable [] publicNumbers,
            byte[] marks) {
        this.ordinals = ByteBuffer.wrap(ordinals).order(ByteOrder.LITTLE_ENDIAN);
        this.numbers = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        this.numerators = ByteBuffer.wrap(numerators).order(ByteOrder.LITTLE_ENDIAN);
        this.denominators = ByteBuffer.wrap(denominators).order(ByteOrder.LITTLE_ENDIAN);
        this.publicNumbers = ByteBuffer.wrap(publicNumbers == null ? new byte[0] : publicNumbers)
                .order(ByteOrder.LITTLE_ENDIAN);
        this.marks = marks;
    }

    int size() {
        return marks.length;
    }

    void set(
            int at,
            int ordinal,
            @Nullable Double value,
            @Nullable Double numerator,
            @Nullable Double denominator,
            boolean guarded) {
        ordinals.putInt(at * Integer.BYTES, ordinal);
        byte mark = guarded ? GUARDED : 0;
        mark |= put(numbers, at, value, HAS_VALUE);
        mark |= put(numerators, at, numerator, HAS_NUMERATOR);
        mark |= put(denominators, at, denominator, HAS_DENOMINATOR);
        marks[at] = mark;
    }

    /** Says what the public sees instead of the value at a position. */
    void setPublic(int at, double number) {
        publicNumbers.putDouble(at * Double.BYTES, number);
        marks[at] |= HAS_PUBLIC;
        marks[at] |= GUARDED;
    }

    private static byte put(ByteBuffer buffer, int at, @Nullable Double number, byte mark) {
        if (number == null) {
            return 0;
        }
        buffer.putDouble(at * Double.BYTES, number);
        return mark;
    }

    int ordinal(int at) {
        return ordinals.getInt(at * Integer.BYTES);
    }

    double value(int at) {
        return get(numbers, at, HAS_VALUE);
    }

    double numerator(int at) {
        return get(numerators, at, HAS_NUMERATOR);
    }

    double denominator(int at) {
        return get(denominators, at, HAS_DENOMINATOR);
    }

    boolean guarded(int at) {
        return (marks[at] & GUARDED) != 0;
    }

    /** What the public sees of a guarded value, {@code NaN} for nothing. */
    double publicValue(int at) {
        return get(publicNumbers, at, HAS_PUBLIC);
    }

    /** Whether there is any number at a position. */
    boolean present(int at) {
        return (marks[at] & (HAS_VALUE | HAS_NUMERATOR | HAS_DENOMINATOR)) != 0;
    }

    /** Whether the public does not see every value as it is. */
    boolean guarded() {
        return has(GUARDED);
    }

    private boolean has(byte wanted) {
        for (byte mark : marks) {
            if ((mark & wanted) != 0) {
                return true;
            }
        }
        return false;
    }

    private double get(ByteBuffer buffer, int at, byte mark) {
        return (marks[at] & mark) == 0 ? Double.NaN : buffer.getDouble(at * Double.BYTES);
    }

    byte[] ordinals() {
        return ordinals.array();
    }

    byte[] numbers() {
        return numbers.array();
    }

    byte[] numerators() {
        return numerators.array();
    }

    byte[] denominators() {
        return denominators.array();
    }

    /** Null where the public sees no rounded value. */
    byte @Nullable [] publicNumbers() {
        return has(HAS_PUBLIC) ? publicNumbers.array() : null;
    }

    byte[] marks() {
        return marks;
    }
}
