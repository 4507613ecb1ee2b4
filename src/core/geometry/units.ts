/**
 * Units and spaces. Millimetres, pixels and chart centimetres are all numbers; these phantom brands keep them from
 * meeting unnoticed. A brand costs nothing at run time.
 */
declare const unit: unique symbol;

type Quantity<Name extends string> = number & { readonly [unit]?: Name };

/** Length on the scalp in millimetres. */
export type Mm = Quantity<'mm'>;
/** Area on the scalp in square centimetres. */
export type Cm2 = Quantity<'cm2'>;
/** Dots per square centimetre of scalp. */
export type PerCm2 = Quantity<'perCm2'>;
/** Length in pixels of the upright work copy of the photo. */
export type PhotoPx = Quantity<'photoPx'>;
/** Millimetres of scalp that one photo pixel covers. */
export type MmPerPx = Quantity<'mmPerPx'>;
/** Angle in degrees, clockwise on the screen (y points down). */
export type Degrees = Quantity<'deg'>;

declare const space: unique symbol;

interface Point<Space extends string> {
  readonly x: number;
  readonly y: number;
  readonly [space]?: Space;
}

/** A place in the photo, in pixels of the upright work copy; x right, y down, (0, 0) the outer corner of the first pixel. */
export type PhotoPoint = Point<'photo'>;
/** A place in the chart of the scalp, in centimetres; the engine and the density live here. */
export type ChartPoint = Point<'chart'>;
/** A place on the canvas element, in CSS pixels. */
export type ScreenPoint = Point<'screen'>;
