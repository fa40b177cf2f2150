/**
 * How docker/metadata-action writes the name of a branch or git tag in an image tag: each run
 * of signs that a tag can't hold becomes one `-`. Letter case stays, and so does what stands
 * in front, though a tag can't begin with `-` or `.` (rulings 44, 61).
 *
 * @see https://github.com/docker/metadata-action#image-name-and-tag-sanitization
 */
export function tagOfRef(name: string): string {
  return name.replace(/[^a-zA-Z0-9._-]+/g, '-')
}
